"""A sheet as one web page: no script, nothing fetched, read by a telephone and by a screen reader."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wording import mentions

# Every text of the workbook is escaped by the template; a word that the template misspells stops it.
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def html(template: str, data: Mapping[str, object]) -> bytes:
    """Return `templates/<template>` filled with data, as HTML in UTF-8, whole in one file."""
    page = _TEMPLATES.get_template(template)
    return page.render(data, not_measured=mentions.NOT_MEASURED).encode("utf-8")
