"""A sample of every sentence the product can state; and every rule against what breaks it.

`make sentences` reads them all.
"""

from pathlib import Path

import pytest

from indicators.method_codes import NAMES
from pages.facade import current
from tests.sentences import collect
from tests.sentences.elements import drawn, shown
from tests.sentences.rule import Rule, ViewRule
from tests.sentences.rules import RULES, VIEW_RULES, Violation
from tests.sentences.said import COMPLETE, HOLED, PUBLISHED, Place, sentences
from tests.sentences.views import sample, views

# What every page and document says, at addresses that follow each other through regions, domains and actors.
SAMPLE = {
    PUBLISHED: (
        ("/vue-d-ensemble", {"region": "76"}),
        ("/vue-d-ensemble", {"domaine": "mal_logement", "afficher": "objectif", "region": "94"}),
        ("/vue-d-ensemble", {"niveau": "ensemble", "region": "53"}),
        ("/mon-territoire", {"region": "44"}),
        ("/par-domaine", {"domaine": "diversite_handicap", "acteur": "entreprises", "region": "11"}),
        ("/par-domaine", {"domaine": "diversite_handicap", "region": "53", "inverses": "frsoc-3"}),
        ("/mon-territoire", {"region": "53", "inverses": "frsoc-3"}),
        ("/regards-croises", {"region": "84"}),
        ("/ecarts", {"region": "93"}),
        ("/comparer", {"regions": "32,24,94"}),
        ("/alliances", {"theme": "sante", "region": "28"}),
        ("/donnees-et-methode", {"section": "methode"}),
        ("/donnees-et-methode", {"section": "reglages"}),
        ("/donnees-et-methode", {"section": "reglages", "inverses": "frsoc-3", "extremes": "ramenees"}),
        ("/donnees-et-methode", {"section": "etapes", "etape": "incertitude"}),
        ("/donnees-et-methode", {"section": "sensibilite", "region": "32"}),
        ("/donnees-et-methode", {"section": "provenance", "resultat": "ecart", "region": "94"}),
        ("rapport", {"region": "76"}),
        ("diapositives", {"region": "93"}),
        ("fiche-web", {"region": "52"}),
        ("constats", {}),
    ),
    COMPLETE: (
        (
            "/vue-d-ensemble",
            {"domaine": "mal_logement", "afficher": "percu", "acteur": "maires", "region": "27"},
        ),
        ("/par-domaine", {"domaine": "pauvrete", "acteur": "associations"}),
        ("/ecarts", {"acteur": "associations", "methode": "minmax"}),
        ("fiche-papier", {"region": "32"}),
    ),
    HOLED: (
        ("/vue-d-ensemble", {"niveau": "ensemble"}),
        ("/par-domaine", {"domaine": "emploi", "region": "53"}),
        ("/donnees-et-methode", {"section": "couverture"}),
    ),
}


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> list[Violation]:
    """What breaks a rule in the sample."""
    stores, broken = tmp_path_factory.mktemp("magasin"), []
    for data, asked in SAMPLE.items():
        places = [Place(data, page, tuple(choices.items())) for page, choices in asked]
        found, violations = collect.read(places, stores)
        assert len(found) > 100
        broken += violations
    collect.SERVED.stop()
    return broken


def test_a_sample_of_the_sentences_keeps_every_rule(wrong: list[Violation]) -> None:
    told = [str(one) for one in wrong]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("rule", [*RULES, *VIEW_RULES], ids=lambda rule: rule.name)
def test_each_rule_sees_a_wrong_sentence(rule: Rule | ViewRule) -> None:
    blunt = [one for one in rule.caught if not list(rule.wrong(one))]  # type: ignore[arg-type]
    assert rule.caught
    assert not blunt


@pytest.mark.parametrize("rule", [*RULES, *VIEW_RULES], ids=lambda rule: rule.name)
def test_each_rule_lets_a_right_sentence_pass(rule: Rule | ViewRule) -> None:
    assert [why for one in rule.passed for why in rule.wrong(one)] == []  # type: ignore[arg-type]


def test_each_rule_has_its_own_name() -> None:
    names = [*(rule.name for rule in RULES), *(rule.name for rule in VIEW_RULES)]
    assert len(set(names)) == len(names)


def test_a_text_is_cut_into_its_sentences() -> None:
    text = "Un rang, 265 pour 100 000 hab. en 2019. Le reste\u202f: rien.\nUne ligne"
    assert list(sentences(text)) == [
        "Un rang, 265 pour 100 000 hab. en 2019.",
        "Le reste\u202f: rien.",
        "Une ligne",
    ]


def test_every_choice_of_the_method_is_crossed(tmp_path: Path) -> None:
    """A name of the address that no view has is read by nobody."""
    collect.SERVED.ask(PUBLISHED, tmp_path)
    current.begin()
    asked = {name for place in views(PUBLISHED) for name, _ in place.choices}
    collect.SERVED.stop()
    assert asked >= set(NAMES)


def test_markdown_is_read_as_it_is_shown() -> None:
    assert shown(":small[Source \\: **INSEE**\\.]") == "Source : INSEE."


def test_a_drawing_gives_its_words_and_not_its_codes() -> None:
    rows = [{"code": "11", "name": "Bretagne", "said": "7ᵉ rang", "colour": "#ffffff"}]
    encoding = {
        "x": {"field": "code", "axis": {"labelExpr": "names[datum.value]"}},
        "y": {"field": "name", "title": "Région"},
        "text": {"field": "colour"},
        "tooltip": [{"field": "said"}],
    }
    assert list(drawn({"data": {"values": rows}, "encoding": encoding})) == ["Bretagne", "7ᵉ rang", "Région"]


def test_a_sample_of_the_views_is_the_same_every_time() -> None:
    places = [Place(PUBLISHED, "/ecarts", (("region", str(number)),)) for number in range(500)]
    assert sample(places, 1) == places
    assert 0 < len(sample(places, 50)) < 30
    assert sample(places, 50) == sample(places, 50)
