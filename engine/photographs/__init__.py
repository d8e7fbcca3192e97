"""From photographs of a thing to its surface: frames, cameras, depths, surface, texture."""
