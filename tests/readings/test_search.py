"""What can be looked for: everything that has a name, by its other names too, and nothing twice."""

import pandas as pd
import pytest

from indicators.initiatives import initiatives
from indicators.vocabulary import Vocabulary
from readings.search import entries
from readings.search.entries import Found, Kind
from readings.settings.conventions import conventions
from readings.settings.explained import explained
from tests import opened
from wording.typography import typed


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return opened.published().vocabulary()


@pytest.fixture(scope="module")
def catalogue() -> pd.DataFrame:
    return opened.published().catalogue()


def of(found: list[Found], code: str) -> Found:
    (one,) = [item for item in found if item.code == code]
    return one


def test_a_region_is_found_by_its_departments_and_its_initials(known: Vocabulary) -> None:
    found = entries.regions(known, [("93", "PACA"), ("53", "Finistère"), ("FR", "France")])
    assert [(item.code, item.label) for item in found] == list(known.regions.items())
    assert of(found, "93").words == ("PACA",)
    assert of(found, "53").words == ("Finistère",)


def test_a_domain_is_found_by_its_indicators(known: Vocabulary, catalogue: pd.DataFrame) -> None:
    found = entries.domains(known, catalogue)
    assert [(item.code, item.label) for item in found] == list(known.domains.items())
    assert "Taux de chômage" in of(found, "emploi").words
    named = [word for item in found for word in item.words]
    measuring = catalogue.dropna(subset="domain_code")["indicator_code"]
    assert {known.indicators[code] for code in measuring} <= {*named, *known.domains.values()}


def test_an_indicator_has_its_plain_name_and_keeps_the_published_one(
    known: Vocabulary, catalogue: pd.DataFrame
) -> None:
    found = entries.indicators(known, catalogue, str.lower)
    assert len(found) == len(catalogue)
    unemployment = of(found, "freco.1")
    assert unemployment.label == "Taux de chômage"
    assert unemployment.words == ("Taux de chomage", "Emploi", "Freco.1", "%", "COMISIS OW")
    for row in catalogue.to_dict("records"):
        words = {*of(found, str(row["indicator_code"]).lower()).words}
        told = {typed(str(row[name])) for name in ("published_code", "source", "unit") if row[name]}
        assert told <= words | {of(found, str(row["indicator_code"]).lower()).label}


def test_an_initiative_is_found_by_its_place_and_two_of_one_name_are_one(known: Vocabulary) -> None:
    named = initiatives(opened.published().store).head(3)
    twice = pd.concat([named, named.head(1).assign(row_number=999)], ignore_index=True)
    codes = {int(row): str(name) for row, name in zip(twice["row_number"], twice["name"], strict=True)}
    found = entries.initiatives(known, twice, codes, {"13": "Bouches-du-Rhône"})
    assert [item.label for item in found] == list(named["name"])
    assert "Éducation" in found[0].words
    assert known.regions["93"] in found[0].words[0]


def test_the_method_is_found_by_the_words_of_its_sentences() -> None:
    told = explained(conventions(opened.published().store))
    found = entries.method(told, str.lower)
    assert [item.label for item in found] == [part.heading for part in told.parts]
    assert {item.kind for item in found} == {Kind.METHOD}
    for word in ("Kendall", "écarts-types", "Dirichlet", "Angle mort"):
        assert any(word in " ".join(item.words) for item in found), word
