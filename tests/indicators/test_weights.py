"""Weights of the domains: equal, by axis, an actor's published priorities, the reader's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from indicators.index import index_scores
from indicators.method import Method, MethodError, Weighting
from indicators.weights import actor_priorities, domain_weights
from loaders.records import SurveyFigure
from loaders.store import Store
from tests import boring, made
from tests.indicators.axes import on_axes

CITIZENS = Method(weighting=Weighting.ACTOR, actor="citoyens")


def weights(store: Store, method: Method) -> dict[str, float]:
    frame = domain_weights(store, method)
    return dict(zip(frame["domain_code"], frame["weight"], strict=True))


@pytest.mark.parametrize("method", [Method(), Method(weighting=Weighting.EQUAL_AXES)])
def test_equal_weights(published: Store, method: Method) -> None:
    frame: Any = domain_weights(published, method)
    by_axis = frame.groupby("axis_code")["weight"].sum().to_dict()
    sizes = {"axe_economique": 3, "axe_social": 5, "axe_societal": 6, "axe_environnemental": 2}
    if method.weighting is Weighting.EQUAL_AXES:
        assert by_axis == pytest.approx(dict.fromkeys(sizes, 0.25))
        assert set(frame[frame["axis_code"] == "axe_social"]["weight"]) == {0.05}
    else:
        assert by_axis == pytest.approx({axis: size / 16 for axis, size in sizes.items()})


def test_the_readers_weights_are_shares_and_the_rest_is_0(published: Store) -> None:
    mine = Method(weighting=Weighting.READER, domain_weights=(("emploi", 3), ("sante", 1)))
    shares = weights(published, mine)
    assert shares["emploi"] == 0.75
    assert shares["sante"] == 0.25
    assert sum(shares.values()) == 1
    frame: Any = index_scores(published, mine)
    silent = frame[frame["code"] == "axe_environnemental"]
    assert silent["score"].isna().all()
    assert set(silent["coverage"]) == {0.0}


def test_a_weight_for_an_unknown_domain_is_refused(published: Store) -> None:
    mine = Method(weighting=Weighting.READER, domain_weights=(("bonheur", 1),))
    with pytest.raises(MethodError, match=r"bonheur.*emploi"):
        domain_weights(published, mine)


def test_the_published_priorities_of_companies(published: Store) -> None:
    """Ten domains of sixteen, for France: the notes that plain loops read in the same rows."""
    frame: Any = actor_priorities(published, "entreprises")
    notes = {
        figure.domain: figure.value
        for figure in boring.usable("entreprises")
        if figure.wave == "PHARE 2015" and figure.regions == ["FR"] and figure.value is not None
    }
    assert dict(zip(frame["domain_code"], frame["value"], strict=True)) == notes
    assert set(frame["origin"]) == {"france"}
    assert set(frame["domains"]) == {len(notes)} == {10}
    shares = weights(published, Method(weighting=Weighting.ACTOR, actor="entreprises"))
    assert shares == pytest.approx(
        {code: notes.get(code, 0) / sum(value or 0 for value in notes.values()) for code in shares}
    )


@pytest.mark.parametrize(("actor", "most"), [("citoyens", 7), ("associations", 4), ("maires", 0)])
def test_too_few_published_priorities_say_how_many(published: Store, actor: str, most: int) -> None:
    with pytest.raises(MethodError, match=f"{actor}.* {most}\\s.*sur 16, il en faut 8"):
        domain_weights(published, Method(weighting=Weighting.ACTOR, actor=actor))


def test_a_lower_coverage_lets_seven_domains_serve(published: Store) -> None:
    frame = actor_priorities(published, "citoyens", minimum_coverage=0.4)
    assert set(frame["wave"]) == {"IMPACT 2019"}
    assert len(frame) == 7


def test_an_unknown_actor_is_named(published: Store) -> None:
    with pytest.raises(MethodError, match=r"martiens.*citoyens"):
        domain_weights(published, Method(weighting=Weighting.ACTOR, actor="martiens"))


def surveyed(figures: Sequence[SurveyFigure]) -> Store:
    """Three domains on two regions, and these figures."""
    columns = {code: {"FR": 2, "11": 1, "24": 3} for code in ("x", "y", "z")}
    rows = [made.indicator(code, code, place) for place, code in enumerate(columns, 5)]
    edition = made.edition(columns, rows, figures)
    return Store.in_memory(on_axes(edition, {"x": "un", "y": "un", "z": "deux"}))


LATER = {"survey": "IMPACT-Citoyens", "wave": "IMPACT 2019", "survey_date": "2019-05"}


def test_the_latest_wave_that_says_enough_is_used() -> None:
    old = [made.note(place, ["FR"], code, place) for place, code in enumerate(("x", "y", "z"), 2)]
    store = surveyed([*old, made.note(9, ["FR"], "x", 9, **LATER)])
    assert weights(store, CITIZENS) == pytest.approx({"x": 2 / 9, "y": 3 / 9, "z": 4 / 9})
    store = surveyed([*old, made.note(9, ["FR"], "x", 3, **LATER), made.note(10, ["FR"], "z", 1, **LATER)])
    assert weights(store, CITIZENS) == {"x": 0.75, "y": 0, "z": 0.25}


def share(number: int, regions: Sequence[str], domain: str, amount: int) -> SurveyFigure:
    return made.note(number, regions, domain, amount, measure="part_priorite_pct", unit="%")


def test_shares_come_before_notes_and_are_never_mixed_with_them() -> None:
    notes = [made.note(place, ["FR"], code, 5) for place, code in enumerate(("x", "y"), 2)]
    shares = [share(6, ["FR"], "x", 30), share(7, ["FR"], "z", 10)]
    assert weights(surveyed([*notes, *shares]), CITIZENS) == {"x": 0.75, "y": 0, "z": 0.25}
    fuller = [*notes, made.note(4, ["FR"], "z", 5), *shares]
    assert weights(surveyed(fuller), CITIZENS) == pytest.approx({"x": 1 / 3, "y": 1 / 3, "z": 1 / 3})


def test_regions_stand_for_france_only_where_all_are_published() -> None:
    figures = [
        share(2, ["11"], "x", 10),
        share(3, ["24"], "x", 30),
        share(4, ["11", "24"], "y", 20),
        share(5, ["11"], "z", 90),
    ]
    store = surveyed(figures)
    frame = actor_priorities(store, "citoyens")
    assert dict(zip(frame["domain_code"], frame["value"], strict=True)) == {"x": 20, "y": 20}
    assert set(frame["origin"]) == {"regions"}
    assert weights(store, CITIZENS) == {"x": 0.5, "y": 0.5, "z": 0}


def test_two_different_figures_for_one_domain_are_no_figure() -> None:
    twice = [share(2, ["FR"], "x", 10), share(3, ["FR"], "x", 30)]
    same = [share(4, ["FR"], "y", 20), share(5, ["FR"], "y", 20), share(6, ["FR"], "z", 20)]
    assert weights(surveyed([*twice, *same]), CITIZENS) == {"x": 0, "y": 0.5, "z": 0.5}


def test_priorities_that_are_all_0_are_no_priorities() -> None:
    with pytest.raises(MethodError, match="citoyens"):
        domain_weights(
            surveyed([share(place, ["FR"], code, 0) for place, code in enumerate("xyz", 2)]), CITIZENS
        )


def test_an_edition_without_domains_has_nothing_to_weigh() -> None:
    profile = made.edition({"a": {"11": 1, "24": 2}}, [made.indicator("a", None, 5, direction=None)])
    with pytest.raises(MethodError, match="Aucun domaine"):
        index_scores(Store.in_memory(profile))
