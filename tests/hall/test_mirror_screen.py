"""The mirror on the projector, against plain loops: ranks beside ranks, a sign only where it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.book.steps import Kind, Step
from hall.stage import reveal
from hall.stage.plan.sequence import sequence
from hall.stage.screen.mirrors import SURVEYS, mirrored
from hall.stage.screen.scales import noted
from hall.stage.screen.view import View
from indicators.gap_signs import Sign
from indicators.room.gaps import room_gap
from tests.opened import published

_ENDS = st.tuples(st.integers(1, 16), st.integers(1, 16)).map(lambda ends: (min(ends), max(ends)))


@given(_ENDS, _ENDS)
def test_a_sign_is_stated_only_when_every_pair_of_ranks_has_it(
    room: tuple[int, int], measured: tuple[int, int]
) -> None:
    gap = room_gap(room, measured)
    every = {
        there - here for here in range(room[0], room[1] + 1) for there in range(measured[0], measured[1] + 1)
    }
    assert (gap.low, gap.high) == (min(every), max(every))
    assert (gap.sign is Sign.MORE) == all(one > 0 for one in every)
    assert (gap.sign is Sign.LESS) == all(one < 0 for one in every)
    assert (gap.sign is Sign.SAME) == (every == {0})
    assert gap.least == (min(abs(one) for one in every) if gap.sign in (Sign.MORE, Sign.LESS) else 0)


def _steps(results: Any, region: str) -> tuple[Step, Step]:
    """Return the two screens of the mirror of a region."""
    first, second = (step for step in sequence(results, region)[0] if step.kind is Kind.MIRROR)
    return first, second


def _found(step: Step, groups: dict[str, int], *, left_out: str = "") -> dict[str, Any]:
    """Have people note the domains, each of them the more the nearer it is to the end of the list."""
    domains = list(step.subject["domaines"])
    answers = [
        (actor, {code: (place + turn % 2) % 11 for place, code in enumerate(domains) if code != left_out})
        for actor, count in groups.items()
        for turn in range(count)
    ]
    return reveal.voiced(answers, domains)


def _shown(step: Step, found: dict[str, Any]) -> View:
    made = View("miroir", "")
    mirrored(made, step, found)
    return made


def mirrored_state(step: Step, groups: dict[str, int]) -> str:
    return _shown(step, _found(step, groups)).state


def test_the_room_is_beside_the_measures_and_the_furthest_sign_is_said() -> None:
    step, _ = _steps(published(), "32")
    found = _found(step, {"citoyens": 40, "maires": 31, "entreprises": 4})
    made = _shown(step, found)
    names, measured = step.subject["domaines"], step.subject["mesures"]
    places = found["whole"]["places"]
    far, most = "", 0
    for code, place in places.items():
        apart = max(measured[code]["low"] - place["high"], place["low"] - measured[code]["high"])
        if apart > most:
            far, most = code, apart
    assert most > 0
    assert f"Les mesures placent «\u00a0{names[far]}\u00a0»" in made.sentences[0]
    felt = "plus" if measured[far]["rank"] > places[far]["rank"] else "moins"
    assert made.sentences[0].endswith(f"ressenti {felt} fort que la position relative.")
    assert "n’est pas un échantillon" in made.sentences[1]
    # Four companies answered too, whom nothing shows.
    assert made.state.startswith("71 réponses montrées\u202f; sans les groupes de moins de cinq")
    assert mirrored_state(step, {"citoyens": 40, "maires": 31}) == "71 réponses."
    assert made.ends == ("16ᵉ", "1ᵉʳ, le plus fragile")
    assert len(made.rows) == 6
    codes = {name: code for code, name in names.items()}
    shown = [codes[row.label] for row in made.rows]
    assert {code for code, place in places.items() if place["rank"] <= 3} & set(shown)
    assert {code for code in names if measured[code]["rank"] <= 3} <= set(shown)
    for row, code in zip(made.rows, shown, strict=True):
        sure = room_gap(*((one[code]["low"], one[code]["high"]) for one in (places, measured))).sign
        words = {Sign.MORE: "plus fort", Sign.LESS: "moins fort", Sign.SAME: "au même rang"}
        assert row.values[2] == words.get(sure, "sens non établi")


def test_a_small_room_states_no_sign_and_an_incomplete_one_has_no_rank() -> None:
    step, _ = _steps(published(), "32")
    made = _shown(step, _found(step, {"citoyens": 20, "maires": 9}))
    assert made.sentences[0].startswith("Aucun sens d’écart n’est établi\u202f: moins de trente")
    assert made.columns == ["salle", "mesures"]
    assert all("(" not in row.values[0] for row in made.rows)
    made = _shown(step, _found(step, {"citoyens": 40}, left_out="sante"))
    assert "ses rangs ne se calculent pas" in made.sentences[0]
    assert {row.values[0] for row in made.rows} == {"sans rang"}
    # Notes on some of the domains make no rank among all of them.
    few = list(step.subject["domaines"])[:3]
    some = reveal.voiced([("citoyens", dict.fromkeys(few, 5))] * 40, few)
    assert {row.values[0] for row in _shown(step, some).rows} == {"sans rang"}


def _complete(step: Step) -> Step:
    """Have four actors rank every domain in one wave."""
    domains = list(step.subject["domaines"])
    surveys = [
        {
            "acteur": actor,
            "vague": "IMPACT 2019",
            "perimetre": "Hauts-de-France",
            "taille": f"{size} réponses",
        }
        | {"rangs": {code: [(place * 7 + size) % 16 + 1] * 2 for place, code in enumerate(domains)}}
        for size, actor in enumerate(("citoyens", "entreprises", "associations", "maires"), start=150)
    ]
    return replace(step, subject={**step.subject, SURVEYS: surveys})


@pytest.mark.parametrize("of", [lambda step: step, _complete], ids=["published", "complete"])
def test_each_group_is_beside_the_survey_of_its_actor(of: Callable[[Step], Step]) -> None:
    step = of(_steps(published(), "32")[1])
    found = _found(step, {"citoyens": 40, "maires": 9, "entreprises": 4})
    made = _shown(step, found)
    surveys = {one["acteur"]: one for one in step.subject[SURVEYS]}
    codes = {name: code for code, name in step.subject["domaines"].items()}
    actors = [actor for actor in ("citoyens", "entreprises", "associations", "maires") if actor in surveys]
    actors = actors if len(surveys) > 1 else ["citoyens", "maires"]
    assert made.columns[0] == "mesures"
    assert [head.split("\n")[0] for head in made.columns[1:]] == actors
    assert "citoyens\n40 ici" in made.columns
    assert len(made.rows) == 5
    for row in made.rows:
        code = codes[row.label]
        assert row.values[0].startswith(str(step.subject["mesures"][code]["rank"]))
        for actor, cell in zip(actors, row.values[1:], strict=True):
            of_room, of_survey = cell.split("\n")
            if actor in found["groups"]:
                place = found["groups"][actor]["places"][code]
                assert of_room.startswith(str(place["rank"]))
                assert ("(" in of_room) == (place["low"] is not None and place["low"] < place["high"])
            else:
                assert of_room == "moins de\u00a05"
            ends = surveys.get(actor, {"rangs": {}})["rangs"].get(code)
            assert of_survey.startswith(str(ends[0]) if ends else "non publié")
    for one in surveys.values():
        assert one["vague"] in made.sentences[0]
        assert one["perimetre"] in made.sentences[0]
        assert one["taille"] in made.sentences[0]
    assert "Deux questions, deux dates" in made.sentences[0]
    if len(surveys) == 1:
        rank = found["groups"]["citoyens"]["places"]["emploi"]["rank"]
        assert f"les 40 citoyens de la salle, au {rank}" in made.sentences[0]


def test_few_notes_are_drawn_one_by_one_and_many_by_their_half() -> None:
    domains = {"sante": "Santé", "emploi": "Emploi"}
    step = Step(3, Kind.NOTES, {"titre": "Notes", "domaines": domains})
    given = [3, 3, 7, 8, 8, 8, 10]
    for times, few in ((1, True), (5, False)):
        answers = [("maires", {"sante": note, "emploi": note // 2}) for note in given * times]
        made = View("notes", "")
        noted(made, step, reveal.voiced(answers, list(domains)))
        for row, notes in zip(made.rows, (given, [note // 2 for note in given]), strict=True):
            most = max(notes.count(note) for note in notes)
            drawn = {(10.0 * note, notes.count(note) / most) for note in notes}
            assert set(row.answers) == (drawn if few else set())
            assert (row.marks[0].low is None) == few
            assert row.marks[0].at == pytest.approx(10 * sum(notes) / len(notes))
        assert ("chaque réponse" in made.legend[0][1]) == few
        assert ("chacune est montrée" in made.sentences[0]) == few
