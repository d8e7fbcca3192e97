"""How to ask: the API described for people and programs."""
