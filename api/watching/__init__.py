"""Watching work while it is done: what happens to jobs, carried to those who look."""
