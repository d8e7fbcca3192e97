"""The archetypes of the design type electronics."""
