"""XML and zip files as bytes: the same content always gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

EARLIEST = (1980, 1, 1, 0, 0, 0)


def xml_bytes(root: Element) -> bytes:
    """A document in UTF-8 with its declaration; no spaces are added, so texts stay as they are."""
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file without the time it was made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
