"""Phrases become what is wanted: things, their parts, looks and sizes, and how they stand to each other."""
