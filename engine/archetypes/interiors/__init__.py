"""The archetypes of the design type interior."""
