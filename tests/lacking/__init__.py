"""Handlers on a machine where a library is missing."""
