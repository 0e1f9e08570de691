"""« Emporter ce rapport »: closed it makes nothing; open, it hands over the very files of the command."""

from __future__ import annotations

import io
from typing import Any

import pytest
import streamlit as st
from pypdf import PdfReader

from exports.commands import DOCUMENTS
from indicators.method import Method
from pages import taken
from pages.facade import territory_files
from pages.facade.taken import Offer
from pages.sections import territory_files as section
from tests.pages.conftest import Visit

LINK = "http://localhost:8501/mon-territoire?region=53"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[Offer]:
    """What the menu offers, kept as it is handed over."""
    found: list[Offer] = []
    made = territory_files.offers

    def kept(region: str, method: Method, _link: str) -> list[Offer]:
        found[:] = made(region, method, LINK)
        return found

    monkeypatch.setattr(territory_files, "offers", kept)
    return found


def test_closed_it_is_one_button(browse: Visit, offered: list[Offer]) -> None:
    app = browse("territory", region="53")
    assert not app.exception
    assert section.LABEL in [block.proto.popover.label for block in app.get("popover")]
    assert offered == []


def test_open_it_offers_every_document(
    browse: Visit, offered: list[Offer], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(monkeypatch)
    app = browse("territory", region="53", methode="rang")
    assert not app.exception
    buttons: Any = app.get("download_button")
    assert [button.label for button in buttons] == [*(one.said for one in DOCUMENTS), section.IMAGE]
    # The picture and the address have a button that copies each of them.
    copied = [
        item.proto for item in app.get("bidi_component") if item.proto.component_name.startswith("copier_")
    ]
    assert [item.component_name for item in copied] == ["copier_image", "copier_lien"]
    assert offered[0].file_name == "observatoire-rapport-bretagne.pdf"
    # Made after the run, in another thread: nothing of the run is asked any more.
    text = PdfReader(io.BytesIO(offered[0].make())).pages[0].extract_text()
    assert "Bretagne" in text
    assert "Rangs des régions" in text


def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open the menu of the report, and no other: AppTest cannot click on it."""
    popover = st.popover

    class Open:
        open = True

        def __init__(self, *given: object, **named: object) -> None:
            self._container = popover(*given, **named)  # type: ignore[arg-type]

        def __enter__(self) -> object:
            return self._container.__enter__()

        def __exit__(self, *error: Any) -> None:
            self._container.__exit__(*error)

    def chosen(label: str, **named: object) -> object:
        return Open(label, **named) if label == section.LABEL else popover(label, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(st, "popover", chosen)
    monkeypatch.setattr(taken, "menu", lambda _taken: None)
