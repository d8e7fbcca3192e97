"""Bake what a detailed model looks like into the textures of a light one."""
