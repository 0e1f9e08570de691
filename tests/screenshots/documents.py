"""Pictures of what is taken away on paper and on slides: one sheet a document, all its pages side by side.

Poppler's `pdftoppm` draws the PDFs; LibreOffice's `soffice` opens the slides as a reader's own would. Neither
is needed by the application or by its tests: without them the documents are left out, and it is said.
"""

import io
import math
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from exports.address import view_link
from exports.commands import DOCUMENTS
from indicators.results import REFERENCE, Results
from loaders.edition import load
from loaders.place import workbook
from loaders.store import Store
from tests.boring import REGIONS

_DOTS_PER_INCH = 60
_ADDRESS = "http://localhost:8501"
_ACROSS = 4
_MARGIN = 8
_NEEDED = {"pdftoppm": "poppler-utils", "soffice": "libreoffice-impress"}


def documents(folder: Path, only: str) -> Iterator[str]:
    """Draw the documents of every region whose name contains `only`; yields the name of each sheet."""
    absent = [f"{tool} ({package})" for tool, package in _NEEDED.items() if shutil.which(tool) is None]
    if absent:
        yield f"documents left out, not installed: {', '.join(absent)}"
        return
    results = Results(Store.in_memory(load(workbook())))
    for document in DOCUMENTS:
        for region in REGIONS:
            name = f"document-{document.words}-{region}"
            if only in name and document.extension != "html":
                link = view_link(_ADDRESS, "mon-territoire", {"region": region})
                made = document.make(results, region, link, REFERENCE)
                sheet(pages(made, document.extension)).save(folder / f"{name}.png")
                yield name


def pages(content: bytes, extension: str) -> list[Image.Image]:
    """Return each page of a document as a picture."""
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / f"document.{extension}"
        made.write_bytes(content)
        if extension != "pdf":
            profile = f"-env:UserInstallation={Path(place, 'profile').as_uri()}"
            convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", place, str(made)]
            subprocess.run(convert, check=True, capture_output=True, timeout=180)
        draw = ["pdftoppm", "-r", str(_DOTS_PER_INCH), "-png", str(made.with_suffix(".pdf")), f"{place}/page"]
        subprocess.run(draw, check=True, capture_output=True, timeout=180)
        return [Image.open(io.BytesIO(path.read_bytes())) for path in sorted(Path(place).glob("page*.png"))]


def sheet(drawn: list[Image.Image]) -> Image.Image:
    """Put pages side by side on grey, so that one look is enough."""
    width, height = (side + _MARGIN for side in drawn[0].size)
    rows = math.ceil(len(drawn) / _ACROSS)
    whole = Image.new("RGB", (width * min(_ACROSS, len(drawn)) + _MARGIN, height * rows + _MARGIN), "grey")
    for place, page in enumerate(drawn):
        whole.paste(page, (_MARGIN + width * (place % _ACROSS), _MARGIN + height * (place // _ACROSS)))
    return whole
