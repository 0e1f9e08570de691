"""The French page stands for Streamlit's own, and for nothing that a reader takes away."""

from __future__ import annotations

from starlette.responses import Response

from pages.shell import FrenchShell, page
from tests.asgi import body


def answered(response: Response) -> bytes:
    """The body that a browser gets when Streamlit gives this answer."""
    return body(FrenchShell(response), "/media/1.html")


def test_streamlits_page_is_answered_in_french() -> None:
    assert answered(Response("<html lang='en'>", media_type="text/html")) == page().encode()


def test_an_html_file_to_take_away_is_handed_over_as_it_is() -> None:
    headers = {"Content-Disposition": 'attachment; filename="fiche.html"'}
    assert answered(Response("<p>fiche</p>", headers=headers, media_type="text/html")) == b"<p>fiche</p>"
