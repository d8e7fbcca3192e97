"""Handlers that do nothing, so that only what surrounds a job takes time."""
