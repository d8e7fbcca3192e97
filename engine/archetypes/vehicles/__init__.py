"""The archetypes of the design type vehicle."""
