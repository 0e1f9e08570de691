"""Streamlit's files arrive compressed, the same once read, with fewer icons; the others are Streamlit's."""

import gzip
from io import BytesIO

from fontTools.ttLib import TTFont
from starlette.datastructures import Headers
from starlette.responses import Response

from pages.framework_files import ICONS, FrameworkFiles, files
from pages.french_scripts import scripts
from tests.asgi import answer, body
from tests.setup.icons import drawn, glyphs, named


def served() -> FrameworkFiles:
    return FrameworkFiles(Response(b"Streamlit"))


def test_a_file_is_compressed_once_and_kept_for_ever() -> None:
    application = served()
    address = next(name for name in files() if "/js/react-dom." in name)
    start, zipped = answer(application, address, accept_encoding="gzip")
    headers = Headers(raw=start["headers"])
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]
    plain = files()[address].read_bytes()
    assert gzip.decompress(zipped["body"]) == plain == body(application, address)
    assert len(zipped["body"]) < len(plain) / 3
    again = answer(application, address, accept_encoding="gzip")[1]
    assert again["body"] is zipped["body"]


def test_a_script_in_french_may_change_under_its_name() -> None:
    for address, script in scripts().items():
        assert body(served(), address) == script
        start = answer(served(), address)[0]
        assert Headers(raw=start["headers"])["cache-control"] == "max-age=3600"


def test_every_icon_that_can_be_drawn_is_in_the_font_of_icons() -> None:
    [address] = [address for address, path in files().items() if path == ICONS]
    start, font = answer(served(), address)
    assert Headers(raw=start["headers"])["content-type"] == "font/woff"
    assert len(font["body"]) < 20_000
    icons = TTFont(BytesIO(font["body"]))
    absent = {name for name in named() if glyphs(icons, name) not in drawn(icons)}
    # An example of its documentation, and a name that Streamlit's own font does not have.
    assert absent == {"icon_name", "star_filled"}


def test_everything_else_is_streamlits() -> None:
    for path in ("/", "/static/js/other.js", "/static/js/../../index.html", "/static/media/flake-0.png"):
        assert body(served(), path) == b"Streamlit"
