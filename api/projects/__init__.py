"""Family 5: a film or pictures of one thing, and its reconstruction."""
