"""Exports: a model as a file in the format that is asked for, with what it came of beside it."""

import os

# With more threads the order of tables in a USD file is that in which they come; it is read when USD is imported.
os.environ.setdefault("PXR_WORK_THREAD_LIMIT", "1")
