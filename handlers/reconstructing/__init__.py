"""The stages of a reconstruction, for its handler."""
