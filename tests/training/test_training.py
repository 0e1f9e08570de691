"""The training edition is what it says: real proportions, agreement and not, few findings, holes."""

from __future__ import annotations

import statistics
from collections import Counter

import pytest

from indicators.past import past, since
from indicators.results import Results
from loaders.edition import LoadedEdition, load
from loaders.store import Store
from tests import boring
from tests.fictional import ACTORS, DOMAINS, PLACES, SHARE, WAVES
from tests.training.indicators import invented
from tests.training.workbook import WORKBOOK


@pytest.fixture(scope="module")
def edition() -> LoadedEdition:
    return load(WORKBOOK)


def test_every_domain_has_about_twenty_indicators_and_a_score_everywhere(edition: LoadedEdition) -> None:
    named = Counter(one.domain_code for one in edition.indicators if one.direction)
    assert set(named) == set(DOMAINS)
    assert 340 <= named.total() <= 360
    assert max(named.values()) - min(named.values()) <= 2
    made = {one.indicator_code: one for one in edition.indicators if one.indicator_code.startswith("FICTIF.")}
    assert set(made) == {one.code for one in invented()}
    assert all(one.source.startswith("Données FICTIVES") for one in made.values())
    scores = Results(Store.in_memory(edition)).index_scores()
    assert scores[scores["level"] == "domaine"]["score"].count() == 16 * 13


def test_most_indicators_agree_with_the_published_one_and_some_contradict_it(edition: LoadedEdition) -> None:
    published, agreed = boring.domain_scores("zscore"), 0
    numbers = {(one.indicator_code, one.region_code): one.value for one in edition.values}
    for one in invented():
        held = {region: numbers[one.code, region] for region in boring.REGIONS}
        felt = {region: float(value) * one.direction for region, value in held.items() if value is not None}
        shared = [published[region, one.domain][0] or 0 for region in felt]
        agreed += statistics.correlation(shared, list(felt.values())) > 0
    assert 0.65 < agreed / len(invented()) < 0.9


def test_its_findings_are_few_and_its_cells_have_the_signs_of_sources(edition: LoadedEdition) -> None:
    known = {finding.message for finding in load(boring.WORKBOOK).findings}
    own = Counter(finding.kind for finding in edition.findings if finding.message not in known)
    assert set(own) == {"france_absente", "valeur_inhabituelle", "valeurs_marquees"}
    assert own.total() <= 10
    values = [value for value in edition.values if value.indicator_code.startswith("FICTIF.")]
    assert 0.95 < sum(value.value is not None for value in values) / len(values) < 0.98
    noted = Counter(value.note for value in values)
    assert {"provisoire", "révisé", "non significatif", "secret statistique"} <= set(noted)


def test_its_last_wave_is_complete_and_its_first_has_holes(edition: LoadedEdition) -> None:
    notes = [figure for figure in edition.perceptions if figure.measure != SHARE]
    assert all(figure.value and figure.sample_size and figure.standard_deviation for figure in notes)
    asked, whole = Counter(figure.wave for figure in notes), len(ACTORS) * len(PLACES) * len(DOMAINS)
    first, last = WAVES
    assert asked[last] == whole
    assert 0.9 * whole < asked[first] < whole


def test_some_indicators_have_earlier_years_and_some_definitions_changed() -> None:
    store = Store.in_memory(load(WORKBOOK))
    every = past(store)
    joined = every.groupby("indicator_code")["joined"].all()
    assert 50 <= len(joined) <= 70
    assert 0 < (~joined.astype(bool)).sum() < len(joined) / 2
    # What has moved is told of most, and a definition that changed hides the years before.
    assert since(every)["indicator_code"].nunique() > len(joined) / 2
