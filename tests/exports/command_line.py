"""`python -m indicators`, run inside the test on a store that is already read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from indicators import __main__ as program
from indicators import command
from loaders.command_line import DONE
from loaders.store import Store
from tests import opened

Asked = Callable[[Store, str], list[dict[str, str]]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Asked:
    """Return the rows a command prints, as texts."""

    def asked(store: Store, line: str) -> list[dict[str, str]]:
        monkeypatch.setattr(command, "_opened", lambda _path: opened.lasting(store))
        assert program.main(line.split()) == DONE
        return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    return asked
