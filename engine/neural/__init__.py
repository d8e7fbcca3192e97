"""Neural makers: models that make a whole shape from words, behind one protocol, and the way from raw mesh to part."""
