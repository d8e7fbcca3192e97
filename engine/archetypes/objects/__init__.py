"""The archetypes of the design type object."""
