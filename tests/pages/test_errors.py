"""When something breaks, the reader gets one French sentence and the log gets the rest."""

import logging

import pytest
from starlette.requests import Request
from streamlit.testing.v1 import AppTest

from pages.security import security_headers
from pages.shell import page
from tests.asgi import apart


def broken() -> None:
    from app import on_script_error  # noqa: PLC0415 - run by Streamlit, away from this file

    assert on_script_error(ValueError("secret détail"))


@pytest.mark.parametrize("path", ["/salle/AAAAAA", "/contours/x"])
def test_an_error_outside_the_pages_is_told_in_french_with_every_header(path: str) -> None:
    from app import failed  # noqa: PLC0415 - makes the whole application

    request = Request({"type": "http", "path": path, "headers": [], "query_string": b""})
    found = apart(failed(request, ValueError("secret détail")))
    assert found.status_code == 500
    told = bytes(found.body).decode()
    assert "Réessayez dans un instant." in told
    assert "secret" not in told
    wanted = security_headers(page())
    assert {name: found.headers.get(name) for name in wanted} == wanted


def test_a_broken_page_says_one_sentence_and_logs_the_error(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        app = AppTest.from_function(broken).run()
    assert not app.exception
    (said,) = app.error
    assert "n’a pas pu s’afficher" in said.value
    assert "secret" not in said.value
    assert "secret détail" in caplog.text
