"""The archetypes of the design type building."""
