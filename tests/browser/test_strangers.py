"""What one visitor brought, looked for by another: by addresses, by files, by what a cache may keep."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled
from tests.browser.test_own_workbook import PAGE, VISITORS, bring, told
from tests.browser.test_server import OF_OWASP, ask
from tests.pages.bringing import SEE

pytestmark = pytest.mark.browser

_SHOWN = "/par-domaine?region=53"
# What is asked of a session that has gone: nothing tells when the server has noticed.
_GONE = """async address => {
    const ask = async () => (await fetch(address, {cache: "reload"})).status
    while (await ask() !== 404) await new Promise(resolve => setTimeout(resolve, 200))
    return 404
}"""


def test_a_stranger_finds_nothing_of_what_a_visitor_brought(open_page: Open, server: str) -> None:
    """Two visitors take the same file, each of their own workbook; the address of one is guessed at."""
    asked: dict[str, list[str]] = {name: [] for name in VISITORS}
    pages = {name: open_page(PAGE) for name in VISITORS}
    for name, page in pages.items():
        page.on("request", _noted(asked[name]))
        bring(page, name)
        page.get_by_role("button", name=SEE).click()
        page.get_by_role("link", name="Par domaine").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(told(name))
        settled(page)
    for name, page in pages.items():
        text = _numbers(page)
        # At once: the file goes with the next run of its page, which a menu that closes is.
        _held(server, _media(asked[name])[-1])
        (other,) = {*VISITORS} - {name}
        figures = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        assert told(name) in figures
        assert told(other) not in figures
        assert other not in text
    media = {name: _media(files) for name, files in asked.items()}
    # The address of a file is made of what is in it: two visitors, two contents, two addresses.
    assert all(media.values())
    assert not {*media["premier.xlsx"]} & {*media["second.xlsx"]}
    first = media["premier.xlsx"][-1]
    _not_guessed(server, first)
    bystander = open_page(_SHOWN)
    words = bystander.locator("[data-testid=stMain]").inner_text()
    assert not [name for name in VISITORS if told(name) in words or name in words]
    # With the visit goes the file, whoever knows its address.
    pages["premier.xlsx"].close()
    assert bystander.evaluate(_GONE, first) == 404


def _media(files: list[str]) -> list[str]:
    return [one for one in files if one.startswith("/media/")]


def _noted(asked: list[str]) -> Callable[..., None]:
    return lambda request: asked.append(urlsplit(request.url).path)


def _numbers(page: Page) -> str:
    """Take the numbers of the first figure away."""
    page.get_by_role("button", name="Emporter", exact=True).first.click()
    button = page.get_by_role("button", name="Nombres (CSV)")
    expect(button).to_be_visible()
    settled(page)
    with page.expect_download() as waiting:
        button.click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def _held(server: str, address: str) -> None:
    """Who knows the content of a file knows its address; what stands between keeps none of it."""
    answer = ask(server + address)
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer.headers
    assert str(answer.headers["Content-Disposition"]).startswith("attachment")
    assert {name: answer.headers[name] for name in OF_OWASP} == OF_OWASP
    assert "Access-Control-Allow-Origin" not in answer.headers


def _not_guessed(server: str, address: str) -> None:
    """No list, no neighbour, no way around: each of these is not found, or no address at all."""
    folder, _, name = address.rpartition("/")
    stem, _, ending = name.partition(".")
    assert len(stem) >= 32, "a name that can be tried out"
    near = f"{stem[:-1]}{'0' if stem[-1] != '0' else '1'}"
    around = (
        "",
        "/",
        "/.",
        "/*",
        "/%2e%2e/media",
        f"/{near}.{ending}",
        f"/{stem[:-1]}.{ending}",
        f"/{stem.upper()}x",
    )
    for path in around:
        answer = ask(f"{server}{folder}{path}")
        assert answer.status in {400, 404}, path
        assert stem.encode() not in answer.read()
    for path in (
        "/_stcore/upload_file",
        "/_stcore/upload_file/",
        "/_stcore/metrics",
        "/component/",
        "/app/static/",
    ):
        answer = ask(f"{server}{path}")
        assert stem.encode() not in answer.read(), path
