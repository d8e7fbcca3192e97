"""Language models: a small sentence encoder that is always there, and any causal LM that an operator points at."""
