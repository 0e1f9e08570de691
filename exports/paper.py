"""Paper: the one place that knows typst. A template and its data in, an accessible PDF out.

What comes from the workbook goes in as JSON, never as source: a template shows it as words, so that nothing
in it can become markup or code; its signs that our fonts lack are replaced, because PDF/UA refuses them.
Nothing is read but the templates and our fonts, nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import typst

from exports.drawn_words import drawn_words
from wording.letters import FONTS

TEMPLATES = Path(__file__).parent / "templates"
# A template decides its dates; the file carries none, so that the same data give the same bytes.
_NO_DATE = 0


def pdf(template: str, data: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    """Return the PDF/UA-1 (tagged, bookmarked) of `templates/<template>` filled with data.

    `data`: what JSON can hold, read in the template as `json(bytes(sys.inputs.data))`. `files`: SVG pictures
    in UTF-8 by name, read as `json(bytes(sys.inputs.files))` and drawn by `image(bytes(…), alt: …)`.
    Raises `typst.TypstError` when the template itself is wrong (an image without alternative, for example).
    """
    drawn = {name: content.decode("utf-8") for name, content in files.items()}
    # A compiler of its own: one that two visitors share refuses the second while it works for the first.
    compiler = typst.Compiler(root=TEMPLATES, font_paths=_fonts())
    made = compiler.compile(
        TEMPLATES / template,
        format="pdf",
        pdf_standards="ua-1",
        timestamp=_NO_DATE,
        sys_inputs={"data": _json(drawn_words(data)), "files": _json(drawn)},
    )
    return made if isinstance(made, bytes) else b"".join(made or [])


def _json(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Open our fonts, and no others, once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
