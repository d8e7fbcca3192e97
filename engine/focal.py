"""The focal length that a photograph tells of itself."""

from PIL import ExifTags, Image

_FILM_MM = 36.0  # width of the film that "35 mm equivalent" means
_MM_OF_UNIT = {2: 25.4, 3: 10.0, 4: 1.0, 5: 0.001}  # EXIF's FocalPlaneResolutionUnit


def focal_px_of(image: Image.Image) -> float:
    """Return the focal length in pixels of the longer side's scale, as EXIF tells it; 0 where it does not.

    Source: CIPA DC-008 (Exif 2.32): FocalLengthIn35mmFilm, else FocalLength by the focal plane's resolution.
    """
    try:
        exif = image.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        longer = max(image.size)
        equivalent = float(inner.get(ExifTags.Base.FocalLengthIn35mmFilm, 0) or 0)
        if 4 <= equivalent <= 2000:
            return longer * equivalent / _FILM_MM
        focal_mm = float(inner.get(ExifTags.Base.FocalLength, 0) or 0)
        per_unit = float(inner.get(ExifTags.Base.FocalPlaneXResolution, 0) or 0)
        unit = _MM_OF_UNIT.get(int(inner.get(ExifTags.Base.FocalPlaneResolutionUnit, 2) or 2), 25.4)
    except (ValueError, TypeError, ZeroDivisionError, KeyError, OSError, SyntaxError):
        return 0.0
    told = focal_mm * per_unit / unit
    return told if 0.2 * longer < told < 50 * longer else 0.0
