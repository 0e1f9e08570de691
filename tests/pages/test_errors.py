"""When something breaks, the reader gets one French sentence and the log gets the rest."""

import logging

import pytest
from streamlit.testing.v1 import AppTest


def broken() -> None:
    from app import on_script_error  # noqa: PLC0415 - run by Streamlit, away from this file

    assert on_script_error(ValueError("secret détail"))


def test_a_broken_page_says_one_sentence_and_logs_the_error(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        app = AppTest.from_function(broken).run()
    assert not app.exception
    (said,) = app.error
    assert "n’a pas pu s’afficher" in said.value
    assert "secret" not in said.value
    assert "secret détail" in caplog.text
