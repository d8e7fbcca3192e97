"""The archetypes of the design type appliance."""
