"""`python -m readings findings`: a sentence a fact, with its numbers and its cells."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from indicators import command
from loaders.store import Store
from readings.__main__ import main

Run = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def run(published: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the facts that the command prints, on the published store, read once."""

    def found(line: str) -> list[dict[str, Any]]:
        assert main([*shlex.split(line), "--format", "json", "--draws", "50"]) == 0
        said: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
        return said

    monkeypatch.setattr(command, "_opened", lambda _path: published)
    return found


def test_findings_have_their_sentence_and_their_cells(run: Run) -> None:
    found = {row["kind"]: row for row in run("findings --domain emploi --region 32")}
    assert found["most_fragile"]["sentence"] == (
        "Emploi (taux de chômage)\u202f: les Hauts-de-France sont la région la plus touchée, "
        "10,8\u202f% contre 8,4\u202f% en France."
    )
    assert found["most_fragile"]["cells"] == ["Données territoriales!T18", "Données territoriales!J18"]
    assert found["most_fragile"]["numbers"]["value"] == 10.8
    assert found["gap_none"]["actor_code"] == "citoyens"


def test_an_option_that_findings_do_not_read_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("axis axe_social", "indicator Freco.1", "basis domaines", "regions 11,32"):
        assert main(["findings", *f"--{option}".split()]) == 2
        assert f"«\u00a0findings\u00a0» ne lit pas --{option.split()[0]}" in capsys.readouterr().err


def test_findings_of_an_actor_and_a_wave(run: Run) -> None:
    found = run("findings --actor entreprises --wave 'PHARE 2016'")
    assert {(row["actor_code"], row["wave"]) for row in found} == {("entreprises", "PHARE 2016")}
    assert {row["kind"] for row in found} >= {"gap_more_felt", "gap_undetermined", "top_ranks_only"}
    assert found[0]["numbers"]["objective_ranked"] == 16
