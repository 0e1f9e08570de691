"""An address that is no page of ours leads to the page that is meant, with its choices and one sentence."""

from __future__ import annotations

from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.menu import ENTRIES
from pages.wrong_address import CORRECTED, MARK, is_file, is_page, leads_to
from tests.pages.conftest import Visit
from tests.pages.test_navigation import words

HOST = "https://observatoire.example"


def led(path: str, query: str = "") -> tuple[str, dict[str, str]]:
    """Where a browser goes: the path, and the choices without the mark."""
    parts = urlsplit(urljoin(HOST + path, leads_to(path, query)))
    assert f"{parts.scheme}://{parts.netloc}" == HOST
    asked = dict(parse_qsl(parts.query))
    assert asked.pop(MARK) == CORRECTED
    return parts.path, asked


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/vue-d-ensemble", "/"),
        ("/Vue d’ensemble", "/"),
        ("/index.html", "/"),
        ("/index.php", "/"),
        ("/n-importe-quoi", "/"),
        ("/../../etc/passwd", "/"),
        ("//exemple.org/x", "/"),
        ("/Ecarts", "/ecarts"),
        ("/ecarts/", "/ecarts"),
        ("/écarts", "/ecarts"),
        ("/e\u0301carts", "/ecarts"),
        ("/ecart", "/ecarts"),
        ("/ecarts.html", "/ecarts"),
        ("/fr/ecarts", "/ecarts"),
        ("/mon_territoire", "/mon-territoire"),
        ("/monterritoire", "/mon-territoire"),
        ("/MON-TERRITOIRE/", "/mon-territoire"),
        ("/regard-croise", "/regards-croises"),
        ("/Regards%20croisés", "/regards-croises"),
        ("/compare", "/comparer"),
        ("/alliances-et-initiatives", "/alliances"),
        ("/donnees-et-methode/", "/donnees-et-methode"),
        ("/données et méthode", "/donnees-et-methode"),
        ("/<script>alert(1)</script>", "/"),
        ("/" + "a" * 10_000, "/"),
        ("/" + "ecarts/" * 3_000, "/ecarts"),
    ],
)
def test_a_wrong_address_leads_to_the_page_that_is_meant(path: str, page: str) -> None:
    assert led(path, "region=53&acteur=maires") == (page, {"region": "53", "acteur": "maires"})


@pytest.mark.parametrize(
    ("path", "query", "page", "asked"),
    [
        ("/par-domaine/sante", "region=53", "/par-domaine", {"domaine": "sante", "region": "53"}),
        ("/par-domaine/mal-logement/", "", "/par-domaine", {"domaine": "mal_logement"}),
        ("/par-domaine/sante", "domaine=emploi", "/par-domaine", {"domaine": "emploi"}),
        ("/mon-territoire/53", "", "/mon-territoire", {"region": "53"}),
        ("/regards-croises/maires", "", "/regards-croises", {"acteur": "maires"}),
        ("/ecarts/" + "x" * 500, "", "/ecarts", {}),
        ("/comparer/x", "", "/comparer", {}),
    ],
)
def test_what_follows_a_page_is_its_first_choice(
    path: str, query: str, page: str, asked: dict[str, str]
) -> None:
    assert led(path, query) == (page, asked)


@pytest.mark.parametrize("query", ["x=" + "a" * 10_000, "&".join(["region=53"] * 500), "adresse=corrigee"])
def test_a_query_that_is_too_long_is_left_out(query: str) -> None:
    assert led("/vue-d-ensemble", query) == ("/", {})


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_path_leads_to_a_page_of_ours(path: str, query: str) -> None:
    found = leads_to(f"/{path}", query)
    target, _, asked = found.partition("?")
    assert is_page(f"/{target.removeprefix('./').replace('../', '').removeprefix('/')}")
    assert found.isascii()
    assert (MARK, CORRECTED) in parse_qsl(asked)


def test_pages_and_files_are_told_apart() -> None:
    assert all(is_page(f"/{entry.address}") for entry in ENTRIES[1:])
    assert is_page("/")
    assert not is_page(f"/{ENTRIES[0].address}")
    for path in (
        "/favicon.ico",
        "/robots.txt",
        "/static/js/none.js",
        "/_stcore/none",
        "/media/none",
        "/a/b.css",
    ):
        assert is_file(path)
    for path in ("/", "/ecarts", "/ecarts/", "/Ecarts.html", "/index.php", "/par-domaine/emploi"):
        assert not is_file(path)


@pytest.mark.parametrize("page", ["overview", "gaps"])
def test_the_page_says_that_the_address_was_wrong(browse: Visit, page: str) -> None:
    app = browse(page, **{MARK: CORRECTED, "region": "53"})
    title = {"overview": "Vue d’ensemble", "gaps": "Écarts"}[page]
    (said,) = [element.value for element in app.warning]
    assert said == f"L’adresse demandée n’existe pas ou plus\u202f: voici la page «\u00a0{title}\u00a0»."
    assert not [word for word in words(browse(page, region="53")) if "n’existe pas ou plus" in word]
