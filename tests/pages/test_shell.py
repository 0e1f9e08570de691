"""The French page stands for Streamlit's own, and for nothing that a reader takes away."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from starlette.responses import Response
from streamlit import file_util

from pages.first_screen import WAITING, added
from pages.shell import TITLE, FrenchShell, ShellChangedError, page
from readings.overview.door import what
from tests.asgi import answer, body
from tests.opened import published


def answered(response: Response, path: str = "/") -> bytes:
    """The body that a browser gets when Streamlit gives this answer."""
    return body(FrenchShell(response), path)


def told(path: str, query: bytes = b"") -> tuple[int, str]:
    """Status and place of the answer when Streamlit gives its page."""
    start = answer(FrenchShell(Response("<html>", media_type="text/html")), path, query=query)[0]
    return start["status"], dict(start["headers"]).get(b"location", b"").decode()


def first_words(path: str, query: bytes = b"") -> list[str]:
    """What is read of an address before any script has arrived."""
    streamlits = Response("<html lang='en'>", media_type="text/html")
    html = answer(FrenchShell(streamlits), path, query=query)[1]["body"].decode()
    _, body_of_page = html.split('<div id="root"></div>')
    found = re.search(r'<div id="arrivee" role="status">(.*)</div>', body_of_page)
    assert found
    return re.findall(r"<p>(?:<strong>)?([^<]*)", found[1])


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "Vue d’ensemble"),
        ("/mon-territoire?region=53", "Mon territoire\u00a0: Bretagne"),
        ("/ecarts?acteur=maires&region=94", "Écarts\u00a0: Corse"),
        # This page compares several regions, and the address names none of them this way.
        ("/comparer?region=53", "Comparer"),
        ("/mon-territoire?region=1", "Mon territoire"),
        ("/mon-territoire?region=%3Cscript%3Ealert(1)%3C/script%3E", "Mon territoire"),
        ("/mon-territoire?region=53%00&region=", "Mon territoire"),
    ],
)
def test_the_page_says_what_is_coming_in_french(address: str, title: str) -> None:
    path, _, query = address.partition("?")
    assert first_words(path, query.encode()) == [TITLE, title, WAITING]


@pytest.mark.parametrize(
    ("address", "tab", "title"),
    [
        ("/", "Vue d’ensemble", "Vue d’ensemble"),
        ("/mon-territoire?region=53", "Bretagne – Mon territoire", "Mon territoire\u00a0: Bretagne"),
        ("/comparer?region=53", "Comparer", "Comparer"),
        ("/ecarts?region=%22%3E%3Cscript%3E", "Écarts", "Écarts"),
    ],
)
def test_a_link_shows_the_page_and_the_region_in_its_tab_and_where_it_is_shared(
    address: str, tab: str, title: str
) -> None:
    path, _, query = address.partition("?")
    streamlits = Response("<html lang='en'>", media_type="text/html")
    html = answer(FrenchShell(streamlits), path, query=query.encode())[1]["body"].decode()
    assert html.count("<title>") == 1
    assert f"<title>{tab} – {TITLE}</title>" in html
    about = escape(what(published()))
    assert f'<meta name="description" content="{title}. {about}"' in html
    assert f'<meta property="og:description" content="{about}"' in html
    assert f'<meta property="og:title" content="{title}" />' in html
    assert query not in html or not query


def test_a_page_without_its_place_for_words_stops_the_server() -> None:
    with pytest.raises(ValueError, match="root"):
        added("<html>", site=TITLE, path="/", region="")


def test_a_moved_word_of_the_page_is_logged_and_a_moved_rule_stops_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    theirs = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    assert page.__wrapped__() == page()
    assert not caplog.records
    monkeypatch.setattr("streamlit.file_util.get_static_dir", lambda: str(tmp_path))
    ours = tmp_path / "index.html"
    ours.write_text(theirs.replace("<title>Streamlit<", "<title>Other<"), encoding="utf-8")
    assert page.__wrapped__() == page().replace(f"<title>{TITLE}<", "<title>Other<")
    assert ["<title>Streamlit" in record.getMessage() for record in caplog.records] == [True]
    for rule in ("prerenderReady", "service-desc"):
        ours.write_text(theirs.replace(rule, "moved"), encoding="utf-8")
        with pytest.raises(ShellChangedError, match=rule):
            page.__wrapped__()


def test_an_html_file_to_take_away_is_handed_over_as_it_is() -> None:
    headers = {"Content-Disposition": 'attachment; filename="fiche.html"'}
    fiche = Response("<p>fiche</p>", headers=headers, media_type="text/html")
    assert answered(fiche, "/media/1.html") == b"<p>fiche</p>"


def test_a_wrong_address_is_sent_on_and_a_missing_file_is_not_found() -> None:
    assert told("/") == told("/ecarts", b"region=53") == (200, "")
    assert told("/Ecarts", b"region=53") == (302, "./ecarts?region=53&adresse=corrigee")
    assert told("/par-domaine/sante") == (302, "../par-domaine?domaine=sante&adresse=corrigee")
    # A control character never reaches the disk, nor the answer.
    assert told("/\x00\r\nSet-Cookie: a=1", b"a=\r\nb") == (302, "./?a=%0D%0Ab&adresse=corrigee")
    for path in ("/robots.txt", "/_stcore/none", "/media/none", "/static2/x.js"):
        assert told(path) == (404, "")
