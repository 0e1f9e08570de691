"""Streamlit's files arrive compressed, the same once read, and are kept; everything else is Streamlit's."""

import gzip
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from streamlit import file_util

from pages.framework_files import FrameworkFiles, files
from pages.french_scripts import scripts
from tests.asgi import answer, body


def served() -> FrameworkFiles:
    return FrameworkFiles(Response(b"Streamlit"))


def test_a_file_is_compressed_once_and_kept_for_ever() -> None:
    application = served()
    page = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    address = next(name for name in files() if "/js/index." in name and f'src=".{name}"' in page)
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


def test_everything_else_is_streamlits() -> None:
    for path in ("/", "/static/js/other.js", "/static/js/../../index.html", "/static/media/flake-0.png"):
        assert body(served(), path) == b"Streamlit"
