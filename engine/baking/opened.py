import io

from PIL import Image

from engine.models.model import Picture


def opened(picture: Picture, *, pixels_max: int) -> Image.Image:
    return Image.open(io.BytesIO(picture.data), formats=("PNG", "JPEG", "WEBP"))
