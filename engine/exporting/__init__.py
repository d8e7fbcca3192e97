"""Exports: a model as a file in the format that is asked for, with what it came of beside it."""
