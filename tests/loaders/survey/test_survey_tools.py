"""Surveys as the tools export them: invented answers, in the shape of each tool's file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.survey.door import Kind, Matching, SurveyRows, columns, proposed, read
from tests.loaders.survey.test_survey_csv import NOTE, SHARE, edition

Rows = Sequence[Sequence[str]]
PEOPLE = range(12)
PLACES = ("Bretagne", "Corse")
ASKED = "Notez la fragilité de votre région, de 0 (pas du tout) à 10 (très fragile)"


def file(*rows: Sequence[str], separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode(encoding)


def people(*, labelled: bool = False) -> list[list[str]]:
    """Place, actor, note on jobs, note on health: 6 + place on jobs; health has one « NSP »."""
    told = " - Plutôt fragile" if labelled else ""
    return [
        [
            PLACES[number % 2],
            "Citoyen",
            f"{6 + number % 2}{told}",
            "NSP" if number == 2 else f"{number % 11}{told}",
        ]
        for number in PEOPLE
    ]


def matched(data: bytes, **more: str) -> Matching:
    return replace(proposed(columns(data), edition()), programme="ESSAI", date="2025-05", **more)  # type: ignore[arg-type]


def figures(found: SurveyRows) -> dict[tuple[str, str], tuple[float, int | None]]:
    return {
        (figure.region_codes[0], figure.domain_code or ""): (float(figure.value or 0), figure.sample_size)
        for figure in found.figures
    }


def limesurvey(*, code: bool = False, both: bool = False) -> bytes:
    """Full texts, codes, or codes then texts in a second row; technical columns first."""
    names = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "Q1",
        "Q2",
        "Q3[SQ001]",
        "Q3[SQ002]",
        "Q4",
    ]
    texts = [
        "id. ID de la réponse", "submitdate. Date de soumission", "lastpage. Dernière page",
        "startlanguage. Langue de départ", "seed. Graine", "Dans quelle région habitez-vous ?",
        "Vous répondez en tant que", f"{ASKED} : [Emploi]", f"{ASKED} : [Santé]", "Autre remarque",
    ]  # fmt: skip
    rows = [
        [str(place + 1), "2025-05-02 10:00:00", "3", "fr", str(913 * place), *told, "\uf0b7 une puce"]
        for place, told in enumerate(people())
    ]
    if code:
        names[7:9] = ["Q3[emploi]", "Q3[sante]"]
    return file(*([names] if code or both else []), *([] if code else [texts]), *rows)


def google() -> bytes:
    """A grid: one column a line, the line between brackets; two columns of one title."""
    heads = [
        "Horodateur",
        "Votre région",
        "Vous êtes",
        f"{ASKED} [Emploi]",
        f"{ASKED} [Santé]",
        "Merci",
        "Merci",
    ]
    return file(heads, *(["2025/05/02 10:00:00 AM UTC+2", *told, "", ""] for told in people()))


def framaforms() -> bytes:
    """Three rows of titles: the form, the questions, the lines of the grid."""
    own = ["Numéro", "ID de l’envoi", "Heure", "Adresse IP"]
    return file(
        ["Enquête sur nos régions", *[""] * 7],
        [*[""] * 4, "Votre région", "Votre profil", ASKED, ""],
        [*own, "", "", "Emploi", "Santé"],
        *([str(place + 1), str(9000 + place), "02/05/2025 - 10:00", "10.0.0.1", *told]
          for place, told in enumerate(people())),
    )  # fmt: skip


def sphinx() -> bytes:
    """Semicolons, Windows-1252, labels behind the notes, a title line by title line."""
    heads = ["N°", "REGION", "PROFIL", "FRAGILITE_Emploi", "FRAGILITE_Santé"]
    rows = [[str(place + 1), *told] for place, told in enumerate(people(labelled=True))]
    return file(heads, *rows, separator=";", encoding="cp1252")


def qualtrics() -> bytes:
    """Names, question texts, identifiers in JSON."""
    names = "StartDate Status Progress Duration ResponseId Q1 Q2 Q3_1 Q3_2".split()
    texts = ["Start Date", "Response Type", "Progress", "Duration (in seconds)", "Response ID"]
    texts += ["Dans quelle région\nhabitez-vous ?", "Vous êtes…", f"{ASKED} - Emploi", f"{ASKED} - Santé"]
    imported = [f'{{"ImportId":"QID{place}","timeZone":"Europe/Paris"}}' for place in range(len(names))]
    rows = [
        ["2025-05-02 10:00:00", "IP Address", "100", str(60 + place), f"R_{place}abc", *told]
        for place, told in enumerate(people())
    ]
    return file(names, texts, imported, *rows)


EXPORTS = {
    "LimeSurvey": limesurvey(),
    "LimeSurvey, codes": limesurvey(code=True),
    "LimeSurvey, codes and texts": limesurvey(both=True),
    "Google Forms": google(),
    "Framaforms": framaforms(),
    "Sphinx": sphinx(),
    "Qualtrics": qualtrics(),
}


@pytest.mark.parametrize("tool", EXPORTS)
def test_the_export_of_a_tool_is_read_as_it_is(tool: str) -> None:
    data = EXPORTS[tool]
    guessed = matched(data)
    assert (guessed.kind, guessed.measure) == (Kind.ANSWERS, NOTE)
    assert list(guessed.domain_columns.values()) == ["emploi", "sante"]
    found = read(data, guessed, edition())
    assert figures(found) == {
        ("53", "emploi"): (6.0, 6), ("53", "sante"): (5.6, 5),
        ("94", "emploi"): (7.0, 6), ("94", "sante"): (4.17, 6),
    }  # fmt: skip
    assert (found.row_count, found.rows_aside) == (12, 0)
    assert [(left.reason, left.count, left.text) for left in found.left_aside] == [("sans_reponse", 1, "NSP")]


def test_a_column_of_numbers_in_order_is_never_the_value() -> None:
    heads = ["id", "N° de questionnaire", "Région", "Votre note"]
    data = file(heads, *([str(9 + n), str(n), "Corse", str(n * 7 % 11)] for n in range(9)))
    assert proposed(columns(data), edition()).value_column == "Votre note"


def test_boxes_of_framaforms_are_a_share_of_those_asked() -> None:
    heads = ["Votre région", "Emploi", "Santé"]
    data = file(
        ["Enquête", "", ""],
        ["", "Vos priorités", ""],
        heads,
        *(["Corse", "X" * (n % 2), "X" * (n % 4 == 0)] for n in range(8)),
    )
    guessed = replace(matched(data, actor="citoyens"), empty_is_no=True)
    assert guessed.measure == SHARE
    assert figures(read(data, guessed, edition())) == {
        ("94", "emploi"): (50.0, 8),
        ("94", "sante"): (25.0, 8),
    }


def test_a_respondent_who_gives_no_note_is_no_row_of_titles() -> None:
    data = file(
        ["Q1", "Q2", "Emploi", "Santé"], ["Corse", "Citoyens", "", ""], ["Corse", "Citoyens", "5", "6"]
    )
    found = columns(data)
    assert (found.table.heading_rows, found.row_count) == (1, 2)


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Emploi", "emploi"), ("Notez… : [Emploi]", "emploi"),
        ("Q3[SQ001]. Notez… [Emploi / chômage / insertion]", "emploi"),
        ("Notez… - Pouvoir d'achat", "pouvoir_achat"), ("3. Santé", "sante"), ("Q3_1. Santé", "sante"),
        ("Santé (0 à 10)", "sante"), ("note_sante", "sante"), ("Fragilité ressentie ? Culture", "culture"),
        ("Note de santé sur 10", "sante"), ("Commentaire", ""), ("Votre emploi du temps", ""),
    ],
)  # fmt: skip
def test_a_heading_names_a_domain(heading: str, code: str) -> None:
    alone = file(["Région", heading], *(["Corse", "6"] for _ in range(5)))
    assert proposed(columns(alone), edition()).domain_columns.get(heading, "") == code


def test_the_larger_family_of_questions_is_proposed() -> None:
    fragile = [f"Fragilité [{domain}]" for domain in ("Emploi", "Santé", "Culture")]
    data = file(["Région", "Priorité [Emploi]", "Priorité [Santé]", *fragile], *([["Corse", *"56789"]] * 5))
    assert list(proposed(columns(data), edition()).domain_columns) == fragile


TABLE = [["Région", "Profil", "Emploi", "Santé"], *people(), *people()]
ASIDE = st.sampled_from(
    [["", "Citoyen", "1", "2"], ["Guadeloupe", "Citoyen", "1", "2"], ["03", "Citoyen", "99", "0"],
     ["NSP", "Citoyen", "x", "oui"], ["Narnia", "Citoyen", "100", "n.d."], ["Corse", "", "0", "10"],
     ["Corse", "martien", "oui", "non"],
     ["Corse", "Citoyen", "NSP", "N\\A"], ["Corse", "Citoyen", "-oth-", "n.d."], ["Corse", "Citoyen", "", ""],
     ["Corse", "Citoyen", "99", "Ne sait pas"]]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 24), ASIDE), max_size=3))
def test_a_row_left_aside_changes_no_figure_and_no_proposal(more: list[tuple[int, list[str]]]) -> None:
    rows = list(TABLE)
    for place, row in more:
        rows.insert(place, row)
    data, before = file(*rows), file(*TABLE)
    assert matched(data) == matched(before)
    found = read(data, matched(data), edition())
    assert figures(found) == figures(read(before, matched(before), edition()))
    assert found.row_count == len(TABLE) - 1 + len(more)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["Autre", "id", "Commentaire", "Merci [autre]", ""]),
    st.lists(st.text(max_size=9), min_size=24, max_size=24),
    st.integers(0, 4),
)
def test_an_unused_column_changes_no_figure_and_no_proposal(
    heading: str, texts: list[str], place: int
) -> None:
    rows = [
        [*row[:place], text.replace("\x00", ""), *row[place:]]
        for row, text in zip(TABLE, [heading, *texts], strict=True)
    ]
    data, before = file(*rows), file(*TABLE)
    assert matched(data) == matched(before)
    assert figures(read(data, matched(data), edition())) == figures(read(before, matched(before), edition()))


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["n.d.", "NSP", "NA", "N/A", "…", "Ne sait pas", "99 - Ne sait pas", "-oth-"]),
    st.integers(0, 8),
)
def test_a_missing_token_changes_no_mean_and_no_proposal(token: str, count: int) -> None:
    heads = ["region", "domaine", "acteur", "moyenne", "effectif"]
    kept = [[place, "sante", "citoyens", f"6,{n}", "120"] for n, place in enumerate(("11", "84", "53", "94"))]
    lost = [
        [place, domain, "citoyens", token, "120"]
        for place in ("75", "76")
        for domain in ("sante", "emploi", "culture", "mobilite")
    ]
    before, data = file(heads, *kept), file(heads, *lost[:count], *kept)
    assert matched(data) == matched(before)
    assert matched(data).measure == NOTE
    assert figures(read(data, matched(data), edition())) == figures(read(before, matched(before), edition()))
