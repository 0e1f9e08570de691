"""The audit of the dependencies: what fails, what is only said."""

import json

import pytest

from tests.setup import audit

UNKNOWN = {"name": "altair", "skip_reason": "Dependency not found on PyPI"}
SAFE = {"name": "anyio", "version": "4.16.0", "vulns": []}
FAULT = {"id": "PYSEC-0000-1", "fix_versions": ["4.17.0"]}
UNSAFE = {"name": "anyio", "version": "4.16.0", "vulns": [FAULT]}


@pytest.mark.parametrize(
    ("dependencies", "known", "warnings"),
    [
        ([UNKNOWN], 0, ()),
        ([UNKNOWN, SAFE], 1, ()),
        ([UNSAFE], 1, ("anyio 4.16.0: PYSEC-0000-1, mended in ['4.17.0']",)),
    ],
)
def test_the_answer_of_the_index_is_read(
    dependencies: list[object], known: int, warnings: tuple[str]
) -> None:
    assert audit.read(json.dumps({"dependencies": dependencies})) == audit.Audit(known, warnings)


def test_no_answer_is_said_and_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "asked", lambda: "")
    assert audit.main() == 0
    assert audit.NOT_AUDITED in capsys.readouterr().out


def test_a_known_vulnerability_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "asked", lambda: json.dumps({"dependencies": [UNSAFE]}))
    assert audit.main() == 1
    assert "PYSEC-0000-1" in capsys.readouterr().out
