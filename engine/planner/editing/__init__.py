"""Words that ask for a change of a design become edits of its objects."""
