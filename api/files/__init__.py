"""Files: taken in whole or in pieces, kept as assets, given out, let go."""
