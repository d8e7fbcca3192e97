"""Pictures become textures that graphics cards read: resized, with mip levels, in blocks, in KTX2."""
