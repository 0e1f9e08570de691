"""A survey as CSV: what it says becomes figures, and what cannot be read is refused with its place."""

from __future__ import annotations

import random
import statistics
from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.survey.door import Kind, Matching, SurveyRefused, columns, proposed, read
from loaders.survey.figures import FEWEST
from tests.boring import REGIONS, WORKBOOK

NOTE, SHARE = "note_fragilite_sur_10", "part_priorite_pct"
MEANS = Matching(
    kind=Kind.MEANS,
    measure=NOTE,
    programme="ESSAI",
    date="2020-06",
    actor_column="Acteur",
    region_column="Région",
    domain_column="Domaine",
    value_column="Note",
    size_column="Effectif",
    deviation_column="Écart-type",
)
ANSWERS = replace(MEANS, kind=Kind.ANSWERS, size_column="", deviation_column="")
HEAD = "Acteur;Région;Domaine;Note;Effectif;Écart-type"


@cache
def edition() -> LoadedEdition:
    return load(WORKBOOK)


def lines(*rows: str, head: str = HEAD) -> bytes:
    return "\r\n".join([head, *rows]).encode()


def answers(count: int, *, note: str = "7", domain: str = "emploi") -> list[str]:
    return [f"citoyens;32;{domain};{note};;"] * count


def refusal(data: bytes, matching: Matching = MEANS) -> SurveyRefused:
    with pytest.raises(SurveyRefused) as caught:
        read(data, matching, edition())
    return caught.value


def test_a_mean_is_read_as_written() -> None:
    rows = read(
        lines(
            "Citoyens;Hauts-de-France;Emploi;6,512;1 200;2,1",
            "maires;FR;Santé;5;;",
            "maires;FR;Culture;n.d.;;",
        ),
        MEANS,
        edition(),
    )
    first, second = rows.figures
    assert (first.actor_code, first.region_codes, first.domain_code) == ("citoyens", ("32",), "emploi")
    assert (float(first.value or 0), first.decimals, first.raw_value) == (6.512, 3, "6,512")
    assert (first.sample_size, float(first.standard_deviation or 0)) == (1200, 2.1)
    assert (first.wave, first.survey_date, first.cell) == ("ESSAI 2020", "2020-06", "D2")
    assert first.unit == "note moyenne sur 10"
    assert (second.region_codes, second.sample_size, second.standard_deviation) == (("FR",), None, None)


def test_answers_become_means_as_the_standard_library_computes_them() -> None:
    chance = random.Random(7)
    regions, domains = REGIONS[:3], ["emploi", "sante"]
    told: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    rows = []
    for _ in range(400):
        region, domain, note = chance.choice(regions), chance.choice(domains), chance.randint(0, 20) / 2
        told[region, domain].append(note)
        rows.append(f"citoyen;{region};{domain};{str(note).replace('.', ',')};;")
    found = read(lines(*rows), ANSWERS, edition()).figures
    assert len(found) == 6
    for figure in found:
        notes = told[figure.region_codes[0], figure.domain_code or ""]
        assert float(figure.value or 0) == pytest.approx(statistics.mean(notes), abs=0.005)
        assert float(figure.standard_deviation or 0) == pytest.approx(statistics.stdev(notes), abs=0.005)
        assert figure.sample_size == len(notes)
        assert figure.decimals == 2


def test_weights_count_and_make_the_sample_worth_less() -> None:
    head = "Note;Poids"
    matching = replace(
        ANSWERS, actor_column="", actor="maires", region_column="", region="53", domain_column="",
        domain="culture", weight_column="Poids",
    )  # fmt: skip
    rows = ["4;1", "4;1", "4;1", "10;3", "10;3", "3;0"]
    figure = read(lines(*rows, head=head), matching, edition()).figures[0]
    assert float(figure.value or 0) == pytest.approx((3 * 4 + 6 * 10) / 9, abs=0.005)
    # Kish: 9² / (3 × 1 + 2 × 9) = 3.86, rounded down.
    assert figure.sample_size == 3
    assert "pondérées" in figure.base


def test_answers_that_one_weight_outweighs_have_no_deviation() -> None:
    matching = replace(ANSWERS, weight_column="Effectif")
    rows = ["citoyens;32;emploi;9;100;", *["citoyens;32;emploi;1;1;"] * 4]
    figure = read(lines(*rows), matching, edition()).figures[0]
    assert (figure.sample_size, figure.standard_deviation) == (1, None)


def test_one_column_a_domain() -> None:
    head = "Région;Emploi;Santé;Remarque"
    rows = [f"Bretagne;{note};;=HYPERLINK(1)" for note in (2, 4, 6, 8, 10)]
    data = lines(*rows, head=head)
    guessed = proposed(columns(data), edition())
    assert dict(guessed.domain_columns) == {"Emploi": "emploi", "Santé": "sante"}
    assert (guessed.kind, guessed.measure, guessed.value_column) == (Kind.ANSWERS, NOTE, "")
    found = read(data, replace(guessed, actor="citoyens", programme="P", date="2020"), edition())
    # Nobody answered on health: nothing is said of it.
    assert [(figure.domain_code, figure.cell) for figure in found.figures] == [("emploi", "B2:B6")]


def test_a_share_is_of_those_who_chose() -> None:
    rows = [f"citoyens;32;emploi;{text};;" for text in ("oui", "non", "1", "0", "Oui", "non", "n.d.", "")]
    figure = read(lines(*rows), replace(ANSWERS, measure=SHARE), edition()).figures[0]
    assert (float(figure.value or 0), figure.unit, figure.sample_size) == (50.0, "%", 6)
    assert figure.standard_deviation is None
    wrong = refusal(lines("citoyens;32;emploi;peut-être;;"), replace(ANSWERS, measure=SHARE))
    assert "n’est ni oui, ni non" in str(wrong)


def test_a_mean_of_too_few_answers_is_left_out_and_said() -> None:
    found = read(lines(*answers(FEWEST), *answers(FEWEST - 1, domain="sante")), ANSWERS, edition())
    assert [figure.domain_code for figure in found.figures] == ["emploi"]
    assert {finding.kind for finding in found.findings} >= {"trop_peu_de_reponses", "peu_de_reponses"}
    assert "aucune moyenne utilisable" in str(refusal(lines(*answers(FEWEST - 1)), ANSWERS))


def test_enough_answers_are_not_said_to_be_few() -> None:
    found = read(lines(*answers(30)), ANSWERS, edition())
    assert [finding.kind for finding in found.findings] == ["chiffres_lus"]


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        ("citoyens;99;emploi;5;;", "B2", "«\u00a099\u00a0» n’est pas un nom connu"),
        (";32;emploi;5;;", "A2", "est vide"),
        ("citoyens;32;bonheur;5;;", "C2", "n’est pas un nom connu"),
        ("citoyens;32;emploi;11;;", "D2", "n’est pas un nombre entre 0 et 10"),
        ("citoyens;32;emploi;=1+1;;", "D2", "n’est pas un nombre entre 0 et 10"),
        ("citoyens;32;emploi;5;-3;", "E2", "n’est pas un nombre possible ici"),
        ("citoyens;32;emploi;5;1,5;", "E2", "n’est pas un nombre possible ici"),
        ("citoyens;32;emploi;5;10;beaucoup", "F2", "n’est pas un nombre possible ici"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(row: str, cell: str, said: str) -> None:
    refused = refusal(lines(row))
    assert str(refused).startswith("Fichier d’enquête refusé.")
    assert [finding.cell for finding in refused.findings] == [cell]
    assert said in refused.findings[0].message


def test_the_same_mistake_is_said_once_and_counted() -> None:
    refused = refusal(lines(*["citoyens;99;emploi;5;;"] * 12))
    assert [finding.cell for finding in refused.findings] == ["B2"]
    assert "12\u00a0lignes" in refused.findings[0].message


def test_a_hundred_mistakes_are_enough() -> None:
    refused = refusal(lines(*(f"citoyens;Z{number};emploi;5;;" for number in range(500))))
    assert len(refused.findings) == 100


def test_two_means_on_one_subject_are_refused() -> None:
    refused = refusal(lines("citoyens;32;emploi;5;;", "Citoyens;Hauts-de-France;Emploi;6;;"))
    assert "la première est ligne 2" in str(refused)


@pytest.mark.parametrize("weight", ["lourd", "-1"])
def test_a_weight_is_a_positive_number(weight: str) -> None:
    matching = replace(ANSWERS, weight_column="Effectif")
    assert "n’est pas un poids" in str(refusal(lines(f"citoyens;32;emploi;5;{weight};"), matching))


def test_an_answer_out_of_bounds_is_refused() -> None:
    assert "n’est pas une note entre 0 et 10" in str(refusal(lines(*answers(1, note="70")), ANSWERS))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value_column": "Autre"}, "n’est pas dans le fichier"),
        ({"value_column": "Domaine"}, "sert deux fois"),
        ({"value_column": ""}, "la colonne des valeurs"),
        ({"measure": "innovation_pct"}, "ce que la valeur mesure"),
        ({"actor_column": ""}, "un seul acteur"),
        ({"region_column": "", "region": "1"}, "un seul territoire"),
        ({"domain_column": ""}, "un seul domaine"),
        ({"domain_columns": {"Note": "emploi"}}, "plusieurs domaines"),
        ({"domain_columns": {"Note": "emploi", "Domaine": "emploi"}}, "le même domaine"),
        ({"domain_columns": {"Note": "bonheur"}}, "domaine connu"),
        ({"weight_column": "Acteur"}, "n’a pas de poids"),
        ({"kind": Kind.ANSWERS}, "se calculent sur les réponses"),
        ({"programme": " "}, "un nom à l’enquête"),
        ({"date": "juin 2020"}, "2015-09"),
        ({"source": "<script>"}, "balise"),
        ({"survey": "=1+1"}, "formule"),
        ({"programme": "P" * 121}, "trop long"),
    ],
)
def test_an_impossible_matching_says_what_to_choose(changes: dict[str, object], said: str) -> None:
    wrong = refusal(lines("citoyens;32;emploi;5;;"), replace(MEANS, **changes))  # type: ignore[arg-type]
    assert said in " ".join(finding.message for finding in wrong.findings)


def test_the_columns_are_proposed_from_their_titles() -> None:
    guessed = proposed(columns(lines("citoyens;32;emploi;5;10;")), edition())
    assert replace(guessed, programme="ESSAI", date="2020-06") == MEANS


def test_the_columns_are_proposed_from_what_they_hold() -> None:
    head = "a,b,c,d,e"
    data = lines("maire,Corse,mobilité,42,x", "maire,FR,sante,7,y", head=head)
    guessed = proposed(columns(data), edition())
    assert (guessed.actor_column, guessed.region_column) == ("a", "b")
    assert (guessed.domain_column, guessed.value_column, guessed.measure) == ("c", "d", SHARE)


def test_weights_of_means_are_not_proposed() -> None:
    head = "Emploi;Santé;Effectif;Poids"
    wide = proposed(columns(lines("5;6;10;1", head=head)), edition())
    assert (wide.size_column, wide.weight_column) == ("", "")
    answered = proposed(columns(lines("oui;non;1", head="Emploi;Santé;Poids")), edition())
    assert (answered.weight_column, answered.measure) == ("Poids", SHARE)


def test_a_refusal_is_a_refusal_of_the_house() -> None:
    assert issubclass(SurveyRefused, WorkbookRefused)


def test_the_same_file_and_matching_have_one_fingerprint() -> None:
    data = lines("citoyens;32;emploi;5;;")
    one, same = (read(data, MEANS, edition()).sha256 for _ in range(2))
    assert one == same != read(data, replace(MEANS, programme="AUTRE"), edition()).sha256


def said_of(data: bytes) -> str:
    """The sentence of a refusal, or "" when the file is a table."""
    try:
        found = columns(data)
    except SurveyRefused as refused:
        return str(refused)
    assert len(set(found.headings)) == len(found.headings) >= 2
    return ""


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_columns_or_one_sentence(data: bytes) -> None:
    assert said_of(data) == "" or said_of(data).startswith("Fichier d’enquête refusé.")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=6, max_size=6))
def test_any_row_is_read_or_refused(texts: list[str]) -> None:
    data = lines(";".join(texts))
    if said_of(data):
        return
    try:
        figures = read(data, MEANS, edition()).figures
    except SurveyRefused:
        return
    assert all(figure.value is not None for figure in figures)
