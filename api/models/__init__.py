"""Family 1: prompts, runs, operations on meshes and textures, exports."""
