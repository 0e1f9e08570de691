"""A survey as CSV: what it says becomes figures, and what cannot be read is refused with its place."""

from __future__ import annotations

import random
import statistics
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.survey.door import Kind, Matching, SurveyRefused, SurveyRows, columns, proposed, read
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


def test_a_computed_mean_shows_no_more_decimals_than_ours() -> None:
    (figure,) = read(lines("citoyens;32;emploi;5,285714285714286;;"), MEANS, edition()).figures
    assert (figure.decimals, figure.raw_value) == (2, "5,29")
    assert figure.value == Decimal("5.285714285714286")


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
    rows = [*["4;1"] * 6, *["10;3"] * 4, "3;0"]
    figure = read(lines(*rows, head=head), matching, edition()).figures[0]
    assert float(figure.value or 0) == pytest.approx((6 * 4 + 12 * 10) / 18, abs=0.005)
    # Kish: 18² / (6 × 1 + 4 × 9) = 7.71, rounded down.
    assert figure.sample_size == 7
    assert "pondérées" in figure.base


def test_a_mean_that_one_weight_makes_is_left_out_and_said() -> None:
    matching = replace(ANSWERS, weight_column="Effectif")
    # 40 people and one who counts for 1 000: one answer, by Kish. Six of one weight: six.
    rows = [*["citoyens;32;emploi;7;1;"] * 40, "citoyens;32;emploi;1;1000;", *["citoyens;84;emploi;7;2;"] * 6]
    found = read(lines(*rows), matching, edition())
    assert [(figure.region_codes, figure.sample_size) for figure in found.figures] == [(("84",), 6)]
    assert [(left.cell, left.sentence()) for left in found.left_aside] == [
        ("D2", "1\u00a0moyenne dont les réponses, pondérées, en valent moins de cinq")
    ]
    (alert,) = (finding for finding in found.findings if finding.kind == "peu_de_reponses")
    assert "1\u00a0moyenne de moins de 30 réponses, une fois pondérées\u202f: fragile." in alert.message


@pytest.mark.parametrize(
    ("text", "measure", "size", "kept"),
    [
        ("15", NOTE, "120", False),
        ("5,1", NOTE, "120", False),
        # Half of 120 at each end: 5 × √(120 / 119) = 5.02, written 5,0.
        ("5,02", NOTE, "120", True),
        ("5,6", NOTE, "5", True),
        ("5,7", NOTE, "5", False),
        ("7,07", NOTE, "", True),
        ("80", SHARE, "120", False),
        ("50", SHARE, "120", True),
        ("0", NOTE, "120", True),
    ],
)
def test_a_deviation_that_no_answers_have_is_left_aside(
    text: str, measure: str, size: str, *, kept: bool
) -> None:
    data = lines(f"citoyens;32;emploi;5;{size};{text}", "citoyens;84;emploi;5;120;2")
    found = read(data, replace(MEANS, measure=measure), edition())
    assert len(found.figures) == 1 + kept
    told = [("effectif_ou_ecart_type_illisible", "F2", text)]
    assert [(left.reason, left.cell, left.text) for left in found.left_aside] == ([] if kept else told)


@pytest.mark.parametrize("others", [["45 %", "52 %"], ["0,52", "0,44"], ["45", "52", "48"]])
def test_a_share_written_as_a_fraction_is_asked_about(others: list[str]) -> None:
    regions = ("84", "53", "94")
    rows = [f"citoyens;{region};emploi;{text};120;" for region, text in zip(regions, others, strict=False)]
    refused = refusal(lines("citoyens;32;emploi;0,453;120;", *rows), replace(MEANS, measure=SHARE))
    first = refused.findings[0]
    assert (first.kind, first.cell) == ("pourcentage_ambigu", "D2")
    assert first.message.endswith("0,453\u00a0» est un pourcentage, ou une fraction à multiplier par cent.")


def test_a_share_below_one_that_says_its_sign_is_read() -> None:
    data = lines("citoyens;32;emploi;0,45 %;120;", "citoyens;84;emploi;0;120;", "citoyens;53;emploi;45;120;")
    found = read(data, replace(MEANS, measure=SHARE), edition())
    assert [float(figure.value or 0) for figure in found.figures] == [0.45, 0, 45]


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
    assert "n’est pas un oui ou un non, sur 1\u202f: par exemple «\u00a0peut-être\u00a0»" in str(wrong)


def test_a_mean_of_too_few_answers_is_left_out_and_said() -> None:
    found = read(lines(*answers(FEWEST), *answers(FEWEST - 1, domain="sante")), ANSWERS, edition())
    assert [figure.domain_code for figure in found.figures] == ["emploi"]
    assert {finding.kind for finding in found.findings} >= {
        "laisse_de_cote_moins_de_cinq_reponses",
        "peu_de_reponses",
    }
    assert "aucune moyenne utilisable" in str(refusal(lines(*answers(FEWEST - 1)), ANSWERS))


def test_enough_answers_are_not_said_to_be_few() -> None:
    found = read(lines(*answers(30)), ANSWERS, edition())
    assert [finding.kind for finding in found.findings] == ["chiffres_lus"]


@pytest.mark.parametrize(
    ("row", "cell", "reason", "text"),
    [
        ("citoyens;99;emploi;5;;", "B7", "region_inconnue", "99"),
        ("citoyens;;emploi;5;;", "B7", "sans_region", ""),
        ("citoyens;NSP;emploi;5;;", "B7", "sans_region", "NSP"),
        ("citoyens;02;emploi;5;;", "B7", "outre_mer", "02"),
        ("citoyens;974;emploi;5;;", "B7", "outre_mer", "974"),
        ("citoyens;La Réunion;emploi;5;;", "B7", "outre_mer", "La Réunion"),
        ("citoyens;Alsace;emploi;5;;", "B7", "ancienne_region", "Alsace"),
        (";53;emploi;5;;", "A7", "sans_acteur", ""),
        ("martiens;53;emploi;5;;", "A7", "acteur_inconnu", "martiens"),
        ("citoyens;53;;5;;", "C7", "sans_domaine", ""),
        ("citoyens;53;bonheur;5;;", "C7", "domaine_inconnu", "bonheur"),
        ("citoyens;53;emploi;11;;", "D7", "hors_echelle", "11"),
        ("citoyens;53;emploi;=1+1;;", "D7", "illisible", "=1+1"),
        ("citoyens;53;emploi;n.d.;;", "D7", "sans_reponse", "n.d."),
        ("citoyens;53;emploi;;;", "D7", "case_vide", ""),
        ("citoyens;53;emploi;5;-3;", "E7", "effectif_ou_ecart_type_illisible", "-3"),
        ("citoyens;53;emploi;5;1,5;", "E7", "effectif_ou_ecart_type_illisible", "1,5"),
        ("citoyens;53;emploi;5;10;beaucoup", "F7", "effectif_ou_ecart_type_illisible", "beaucoup"),
        ("citoyens;53;emploi;5;4;", "D7", "moins_de_cinq_reponses", ""),
    ],
)
def test_what_cannot_count_is_left_aside_and_counted(row: str, cell: str, reason: str, text: str) -> None:
    kept = [f"citoyens;32;{domain};7;;" for domain in ("emploi", "sante", "culture", "mobilite", "numerique")]
    found = read(lines(*kept, row), MEANS, edition())
    assert len(found.figures) == len(kept)
    (left,) = found.left_aside
    assert (left.reason, left.count, left.cell, left.text) == (reason, 1, cell, text)
    said = next(finding for finding in found.findings if finding.kind == f"laisse_de_cote_{reason}")
    assert left.sentence() in said.message


def test_what_is_left_aside_is_counted_by_text_and_the_rest_together() -> None:
    rows = [*answers(5), *["citoyens;99;emploi;5;;"] * 12, *(f"citoyens;Z{n};emploi;5;;" for n in range(30))]
    found = read(lines(*rows), ANSWERS, edition())
    assert (found.row_count, found.rows_aside) == (47, 42)
    assert found.left_aside[0].sentence() == (
        "12\u00a0lignes dont la région n’est pas un nom connu\u202f: «\u00a099\u00a0»"
    )
    assert sum(left.count for left in found.left_aside) == 42
    assert len(found.left_aside) == 21


def test_a_file_where_nothing_counts_says_why() -> None:
    refused = refusal(lines("citoyens;99;emploi;5;;"))
    assert "aucune moyenne utilisable (1\u00a0ligne dont la région n’est pas un nom connu" in str(refused)
    assert [finding.cell for finding in refused.findings] == ["", "B2"]


@pytest.mark.parametrize("code", ["12", "35", "2A", "7"])
def test_departments_are_not_read_as_regions(code: str) -> None:
    rows = ["citoyens;75;emploi;5;;", f"citoyens;{code};emploi;5;;", f"citoyens;{code};sante;5;;"]
    refused = refusal(lines(*rows))
    assert "est un code de département" in str(refused)
    assert "2\u00a0lignes, la première ici" in str(refused)


def test_a_column_called_department_is_none_of_regions() -> None:
    data = lines("93;citoyens;5;6", "75;citoyens;6;7", head="Département;Profil;Emploi;Santé")
    guessed = proposed(columns(data), edition())
    assert guessed.region_column == ""
    chosen = replace(guessed, region_column="Département", programme="P", date="2020")
    assert "dit des départements" in str(refusal(data, chosen))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("11.0", "11"), ("011", "11"), ("11,0", "11"), ("53 - Bretagne", "53"), ("Bretagne (53)", "53"),
        ("ACAL", "44"), ("Aquitaine-Limousin-Poitou-Charentes", "75"), ("France entière", "FR"),
        ("Ensemble", "FR"), ("FRANCE MÉTROPOLITAINE", "FR"),
    ],
)  # fmt: skip
def test_a_territory_may_be_written_in_many_ways(text: str, code: str) -> None:
    (figure,) = read(lines(f"citoyens;{text};emploi;5;;"), MEANS, edition()).figures
    assert figure.region_codes == (code,)


def test_an_answer_from_a_former_region_is_one_of_today_s_and_it_is_said() -> None:
    rows = [f"citoyens;{place};emploi;6;;" for place in ("Alsace", "Alsace", "Lorraine", "44", "Grand Est")]
    found = read(lines(*rows), ANSWERS, edition())
    assert [(figure.region_codes, figure.sample_size) for figure in found.figures] == [(("44",), 5)]
    said = next(finding.message for finding in found.findings if finding.kind == "anciennes_regions")
    assert said.startswith(
        "3\u00a0lignes d’anciennes régions («\u00a0Alsace\u00a0» et «\u00a0Lorraine\u00a0»)"
    )


@pytest.mark.parametrize(("top", "said"), [(100, "elles vont jusqu’à 100"), (20, "elles vont jusqu’à 20")])
def test_answers_on_a_larger_scale_are_refused_with_the_right_reason(top: int, said: str) -> None:
    rows = [f"citoyens;32;emploi;{top * place // 20};;" for place in range(21)]
    refused = refusal(lines(*rows), ANSWERS)
    assert f"ne sont pas un nombre entre 0 et 10, sur 21\u202f: {said}" in str(refused)


def test_answers_out_of_another_scale_are_refused_with_the_right_reason() -> None:
    assert "elles sont sur 5" in str(refusal(lines(*answers(6, note="3/5")), ANSWERS))


def test_notes_are_no_choices() -> None:
    rows = [f"citoyens;32;emploi;{note};;" for note in range(11)]
    assert "les réponses sont des nombres" in str(refusal(lines(*rows), replace(ANSWERS, measure=SHARE)))


def test_a_scale_that_stops_at_five_is_an_alert() -> None:
    found = read(lines(*(f"citoyens;32;emploi;{1 + place % 5};;" for place in range(40))), ANSWERS, edition())
    (alert,) = (finding for finding in found.findings if finding.level == "alerte")
    assert "Aucune valeur ne passe 5" in alert.message


@pytest.mark.parametrize(
    "text",
    ["7", "7,0", "7/10", "7 / 10", "7 sur 10", "7 - Plutôt fragile", "7 : plutôt fragile", "7 = fragile",
     "7 (plutôt fragile)", "7. Plutôt fragile", "7 Plutôt fragile", "7/10 - Plutôt fragile"],
)  # fmt: skip
def test_a_note_may_carry_its_label(text: str) -> None:
    (figure,) = read(lines(*answers(5, note=text)), ANSWERS, edition()).figures
    assert float(figure.value or 0) == 7


@pytest.mark.parametrize(
    "text",
    ["7-8", "7 - 8", "5 ou 6", "7 %", "14/20", "7 ans", "7¹", "1e1", "7 (de 0 à 10)", "7.ð", "fragile", "x"],
)
def test_what_may_be_another_number_is_not_read(text: str) -> None:
    found = read(lines(*answers(9), *answers(1, note=text)), ANSWERS, edition())
    assert [(left.reason, left.text) for left in found.left_aside] == [("illisible", text)]
    told = f"1\u00a0valeur illisible avec cette mesure\u202f: «\u00a0{text}\u00a0»"
    assert [(item.message, item.action) for item in found.findings if item.kind.endswith("illisible")] == [
        (f"Laissé de côté\u202f: {told}.", "Corriger le fichier si elle doit compter.")
    ]


@pytest.mark.parametrize(
    "text",
    ["07-mai", "5-juil.", "7 mai", "10-oct", "1-janv", "06-févr", "7-May", "janv-06", "7-juil-25", "1-août",
     "07/05/2025", "2025-05-07", "2025-05-07T00:00:00"],
)  # fmt: skip
def test_what_a_spreadsheet_made_a_date_is_left_aside_and_said(text: str) -> None:
    found = read(lines(*answers(9), *answers(1, note=text)), ANSWERS, edition())
    assert [(left.reason, left.sentence()) for left in found.left_aside] == [
        (
            "date_au_lieu_d_un_nombre",
            f"1\u00a0valeur avec une date d’Excel à la place d’un nombre\u202f: «\u00a0{text}\u00a0»",
        )
    ]
    assert "en a fait des dates, comme" in str(refusal(lines(*answers(9, note=text)), ANSWERS))


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Y", "N"), ("Coché", "Non coché"), ("Yes", "No"), ("TRUE", "FALSE"), ("1", "0"), ("Vrai", "Faux"),
     ("Oui", "Non"), ("1 - Oui", "2 - Non"), ("x", "non"), ("✓", "☐"),
     ("Selected", "Not selected"), ("1.0", "0.0")],
)  # fmt: skip
def test_a_choice_may_be_written_in_many_ways(yes: str, no: str) -> None:
    rows = [f"Bretagne;{text};{text}" for text in (yes, no, no, no, yes)]
    data = lines(*rows, head="Région;Emploi;Santé")
    guessed = proposed(columns(data), edition())
    assert (guessed.kind, guessed.measure) == (Kind.ANSWERS, SHARE)
    found = read(data, replace(guessed, actor="citoyens", programme="P", date="2020"), edition())
    assert [float(figure.value or 0) for figure in found.figures] == [40.0, 40.0]


@pytest.mark.parametrize("text", ["?1", "(1)", "~0", "¹", "-1", "1?"])
def test_a_digit_among_signs_is_no_choice(text: str) -> None:
    rows = [f"Bretagne;{said}" for said in (*["oui", "non"] * 5, text)]
    asked = replace(ANSWERS, measure=SHARE, value_column="Emploi", domain_column="", domain="emploi")
    asked = replace(asked, region_column="Région", actor_column="", actor="citoyens", weight_column="")
    found = read(lines(*rows, head="Région;Emploi"), asked, edition())
    assert [(float(figure.value or 0), figure.sample_size) for figure in found.figures] == [(50.0, 10)]
    assert [(left.reason, left.text) for left in found.left_aside] == [("illisible", text)]


@pytest.mark.parametrize("tick", ["x", "1", "Coché", "Oui", "X", "✓"])
def test_boxes_without_any_no_are_a_question_then_the_share_of_those_asked(tick: str) -> None:
    rows = [f"Bretagne;{tick if place % 2 else ''};{tick if place % 5 else ''};NSP" for place in range(20)]
    data = lines(*rows, head="Région;Emploi;Santé;Culture")
    guessed = replace(proposed(columns(data), edition()), actor="citoyens", programme="P", date="2020")
    assert guessed.measure == SHARE
    assert "Une case vide est-elle un «\u00a0non\u00a0»" in str(refusal(data, guessed))
    found = read(data, replace(guessed, empty_is_no=True), edition())
    assert [(float(f.value or 0), f.sample_size) for f in found.figures] == [(50.0, 20), (80.0, 20)]
    said = next(finding.message for finding in found.findings if finding.kind == "cases_vides_non")
    assert said.startswith("14\u00a0cases vides")


def test_boxes_without_an_empty_cell_say_nothing_of_those_asked() -> None:
    rows = lines(*["citoyens;32;emploi;x;;"] * 9)
    for empty_is_no in (False, True):
        matching = replace(ANSWERS, measure=SHARE, empty_is_no=empty_is_no)
        assert "Toutes les réponses sont des «\u00a0oui\u00a0»" in str(refusal(rows, matching))


def test_an_empty_cell_is_nobody_s_where_the_column_says_no() -> None:
    rows = [
        "Bretagne;oui;non",
        "Bretagne;oui;oui",
        "Bretagne;;non",
        *["Bretagne;oui;oui", "Bretagne;non;"] * 3,
    ]
    data = lines(*rows, head="Région;Emploi;Santé")
    guessed = replace(proposed(columns(data), edition()), actor="citoyens", programme="P", date="2020")
    for empty_is_no in (False, True):
        found = read(data, replace(guessed, empty_is_no=empty_is_no), edition())
        assert [figure.sample_size for figure in found.figures] == [8, 6]


def test_two_means_on_one_subject_are_refused() -> None:
    refused = refusal(lines("citoyens;32;emploi;5;;", "Citoyens;Hauts-de-France;Emploi;6;;"))
    assert "la première est ligne 2" in str(refused)


@pytest.mark.parametrize(
    ("weight", "reason"), [("lourd", "poids_illisible"), ("-1", "poids_illisible"), ("", "sans_poids"),
                           ("n.d.", "sans_poids"), ("0", "poids_nul")],
)  # fmt: skip
def test_an_answer_without_a_weight_is_left_aside(weight: str, reason: str) -> None:
    matching = replace(ANSWERS, weight_column="Effectif")
    rows = [*["citoyens;32;emploi;5;2;"] * 5, f"citoyens;32;emploi;10;{weight};"]
    found = read(lines(*rows), matching, edition())
    assert [float(figure.value or 0) for figure in found.figures] == [5.0]
    assert [(left.reason, left.count, left.cell) for left in found.left_aside] == [(reason, 1, "E7")]


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


def test_several_years_in_a_file_are_said_with_their_column() -> None:
    head = "Région;Année de l’enquête;Année de naissance;Emploi"
    rows = [f"Corse;{year};{1950 + place};7" for place, year in enumerate([2019] * 6 + [2023] * 6)]
    found = of_domains(lines(*rows, head=head))
    (alert,) = (finding for finding in found.findings if finding.kind == "plusieurs_annees")
    assert alert.message == (
        "La colonne «\u00a0Année de l’enquête\u00a0» dit plusieurs années (2019 et 2023), lues ensemble."
    )
    assert alert.action.startswith("Une seule enquête à la fois\u202f: ")
    one = of_domains(lines(*(row.replace("2023", "2019") for row in rows), head=head))
    assert "plusieurs_annees" not in {finding.kind for finding in one.findings}


def test_the_column_of_another_year_is_said_to_be_left_out() -> None:
    rows = [f"{region};citoyens;6,{place};7,{place}" for place, region in enumerate(REGIONS[:6])]
    found = of_domains(lines(*rows, head="region;acteur;emploi 2019;emploi 2023"))
    (alert,) = (finding for finding in found.findings if finding.kind == "autre_annee_non_lue")
    assert alert.message == (
        "1\u00a0colonne d’une autre année n’est pas lue\u202f: «\u00a0emploi 2023\u00a0»."
    )


@pytest.mark.parametrize(("shifted", "said"), [(2, True), (8, False)])
def test_a_few_rows_that_go_on_after_the_titles_are_said(shifted: int, *, said: bool) -> None:
    # Every row has as many cells as the titles, as a spreadsheet saves them: one of them has no title.
    rows = ["Corse;bien;7;8"] * shifted + ["Corse;bien;7;"] * 6
    found = of_domains(lines(*rows, head="Région;Commentaire;Emploi;"))
    alerts = [finding for finding in found.findings if finding.kind == "au_dela_des_titres"]
    assert [(alert.cell, alert.message.partition("\u202f")[0]) for alert in alerts] == (
        [("D2", "2\u00a0lignes continuent après le dernier titre")] if said else []
    )


def of_domains(data: bytes) -> SurveyRows:
    guessed = proposed(columns(data), edition())
    asked = replace(guessed, actor=guessed.actor or "citoyens", programme="P", date="2020")
    return read(data, replace(asked, actor="" if asked.actor_column else asked.actor), edition())
