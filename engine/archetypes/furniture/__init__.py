"""The archetypes of the design type furniture."""
