"""Family 4: pictures come in batches, and a model is made of each."""
