"""The English that stays in Streamlit's scripts: where it is, and why nobody meets it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from streamlit import file_util

from pages.french_scripts import scripts

# What a reader sees or hears, as the scripts write it.
_PLACES = (
    r"aria-label|aria-description|aria-roledescription|title|placeholder|label|children|alt|message|content"
)
_WORDS = r"`((?:[^`\\]|\\.)*)`"
_SAID = re.compile(rf'"?(?:{_PLACES})"?:(?:[^`,{{}}()\[\]]*\?)?{_WORDS}(?::{_WORDS})?')
# Names of components, of states and of colours are one word without a capital.
_SENTENCE = re.compile(r"^[A-Z][a-z]{2}|[a-z]{3} | [a-z]{3}")
# Script by the start of its name → why nobody meets them → the words.
LEFT: dict[str, dict[str, list[str]]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)
# What the pages draw and in which nothing is left, or nothing was ever said.
_SILENT = set(
    "BaseButton BidiComponent ButtonGroup Checkbox DownloadButton ErrorElement InputInstructions PageLink "
    "Radio Slider Spinner Table Tooltip UploadFileInfo WidgetLabel WidgetLabelHelpIcon "
    "useFloatingOverlay".split()
)
# Elements of Streamlit whose own words are English and are not said in French: no page draws them.
UNANSWERED = set(
    "audio_input camera_input chat_input chat_message code color_picker data_editor dataframe date_input "
    "datetime_input dialog exception feedback graphviz_chart help json logo menu_button "
    "number_input plotly_chart scatter_chart line_chart bar_chart area_chart time_input toast".split()
)


def listed() -> dict[str, set[str]]:
    """Return the words of `LEFT` by script."""
    return {script: {words for each in why.values() for words in each} for script, why in LEFT.items()}


def found() -> dict[str, set[str]]:
    """Return the words of the same scripts, as they are served, that Streamlit wrote."""
    left: dict[str, set[str]] = {}
    french = scripts()
    for path in sorted(Path(file_util.get_static_dir(), "static", "js").glob("*.js")):
        start = path.name.partition(".")[0]
        if start in LEFT or start in _SILENT:
            text = path.read_text(encoding="utf-8")
            sent = french.get(f"/static/js/{path.name}", text.encode()).decode()
            left.setdefault(start, set()).update(set(_said(sent)) & set(_said(text)))
    return {start: words for start, words in left.items() if words}


def _said(text: str) -> Iterator[str]:
    for met in _SAID.finditer(text):
        yield from (words for words in met.groups() if words and _SENTENCE.search(words))
