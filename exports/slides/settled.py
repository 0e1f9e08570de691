"""A file of the Office family written again so that the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

from exports.stamp import ZIP_DAY

_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED = rb"\g<1>2019-10-01T00:00:00Z"
_WITHIN = ".xlsx"


def settled(data: bytes) -> bytes:
    """Return the same zip with fixed dates, in the file, in its properties and in the sheets it holds."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _still(name, old.read(name)))
    return made.getvalue()


def _still(name: str, content: bytes) -> bytes:
    if name.endswith(_WITHIN):
        return settled(content)
    return _MOMENT.sub(_FIXED, content) if name == _PROPERTIES else content
