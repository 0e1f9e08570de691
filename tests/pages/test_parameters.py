"""Codes in the address: known ones are taken, anything else falls back with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parameters import Parameter, Several, Written, codes_of, read, write

DOMAIN = Parameter("domaine", "Domaine", {"emploi": "Emploi", "sante": "Santé"}, "emploi")
REGION = Parameter("region", "Région", {"": "France entière", "32": "Hauts-de-France"}, "")
BOTH = (DOMAIN, REGION)


def test_known_codes_are_taken() -> None:
    assert read(BOTH, {"domaine": "sante", "region": "32"}) == ({"domaine": "sante", "region": "32"}, [])


def test_what_is_not_asked_has_its_default() -> None:
    assert read(BOTH, {}) == ({"domaine": "emploi", "region": ""}, [])


def test_an_unknown_code_falls_back_and_says_so() -> None:
    chosen, (problem,) = read(BOTH, {"region": "99"})
    assert chosen == {"domaine": "emploi", "region": ""}
    assert "region=99" in problem
    assert "France entière" in problem


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "![x](http://example.org/x.png)",
        "__import__('os').system('true')",
        "'; DROP TABLE mart.region; --",
        "../../etc/passwd",
        "emploi\u202e",
        "x" * 5000,
        "\x00",
        "ÉMPLOI",
    ],
)
def test_hostile_text_is_never_repeated(hostile: str) -> None:
    chosen, (problem,) = read(BOTH, {"domaine": hostile})
    assert chosen["domaine"] == "emploi"
    assert hostile not in problem
    assert len(problem) < 300


@given(st.dictionaries(st.sampled_from(["domaine", "region", "autre"]), st.text()))
def test_any_address_gives_known_codes(query: dict[str, str]) -> None:
    chosen, problems = read(BOTH, query)
    assert all(chosen[item.name] in item.options for item in BOTH)
    wrong = [item for item in BOTH if query.get(item.name, item.default) not in item.options]
    assert len(problems) == len(wrong)


def test_what_is_written_opens_the_same_view() -> None:
    chosen = {"domaine": "sante", "region": "32"}
    assert read(BOTH, write(chosen)) == (chosen, [])
    assert write({"domaine": "sante", "region": ""}) == {"domaine": "sante"}


REGIONS = Several("regions", "Régions comparées", {"32": "Hauts-de-France", "53": "Bretagne"}, "", most=2)
WEIGHTS = Written("poids", "Mes poids", {"emploi:2": ""}, "", reads=lambda text: text == "emploi:2")


@pytest.mark.parametrize("text", ["", "32", "53,32"])
def test_several_known_codes_are_taken(text: str) -> None:
    assert read([REGIONS], {"regions": text}) == ({"regions": text}, [])
    assert codes_of(text) == [code for code in text.split(",") if code]


@pytest.mark.parametrize("text", ["99", "32,99", "32,32", "32,", ",", "32,53,32", "32;53", "32," * 900])
def test_several_codes_are_all_taken_or_none(text: str) -> None:
    chosen, (problem,) = read([REGIONS], {"regions": text})
    assert chosen == {"regions": ""}
    assert "2 codes connus au plus" in problem
    assert len(problem) < 300


def test_a_written_text_is_read_by_its_grammar() -> None:
    assert read([WEIGHTS], {"poids": "emploi:2"}) == ({"poids": "emploi:2"}, [])
    assert read([WEIGHTS], {}) == ({"poids": ""}, [])
    chosen, (problem,) = read([WEIGHTS], {"poids": "emploi:-1"})
    assert chosen == {"poids": ""}
    assert "n’en tient pas compte" in problem
    assert "`emploi:2`" in problem
