"""The figures on alliances and the local initiatives: what is kept, how it is grouped, what is never done."""

from __future__ import annotations

import dataclasses
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from indicators.alliance_figures import alliance_figures
from indicators.initiatives import initiatives, set_aside
from indicators.vocabulary import Vocabulary, vocabulary
from loaders.store import Store
from readings.alliances import headings, phrases, selection, topics, words
from readings.alliances.kinds import KINDS, UNSAID, kind_of
from tests.boring import WORKBOOK, headers

USABLE = {"confirme", "publie"}


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[dict[str, Any]]]:
    """The two sheets, read a second time with plain loops."""
    book = load_workbook(WORKBOOK, data_only=True)
    found: dict[str, list[dict[str, Any]]] = {}
    for name in ("Alliances", "Initiatives"):
        columns = headers(book[name], 1)
        found[name] = [
            {head: row[place - 1] for head, place in columns.items()} | {"line": line}
            for line, row in enumerate(book[name].iter_rows(min_row=2, values_only=True), start=2)
            if any(cell is not None for cell in row)
        ]
    return found


@pytest.fixture(scope="module")
def names(published: Store) -> Vocabulary:
    return vocabulary(published)


def test_every_usable_figure_is_there_once_and_no_doubtful_one(
    published: Store, sheets: dict[str, list[dict[str, Any]]]
) -> None:
    figures = alliance_figures(published)
    expected = [row["line"] for row in sheets["Alliances"] if row["Fiabilité"] in USABLE]
    assert list(figures["row_number"]) == expected
    assert figures["figure_id"].is_unique
    values = {row["line"]: row["Valeur"] for row in sheets["Alliances"]}
    for row in figures.to_dict("records"):
        told = values[row["row_number"]]
        assert row["value"] == told if isinstance(told, int | float) else pd.isna(row["value"])


def test_every_usable_initiative_is_there_and_the_others_are_counted(
    published: Store, sheets: dict[str, list[dict[str, Any]]]
) -> None:
    found = initiatives(published)
    usable = [row for row in sheets["Initiatives"] if row["Fiabilité"] in USABLE]
    assert list(found["name"]) == [row["Nom"] for row in usable]
    assert list(found["row_number"]) == [row["line"] for row in usable]
    assert set_aside(published) == len(sheets["Initiatives"]) - len(usable)


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("mécénat territorial, mobilisation des PME", "mecenat"),
        ("gestion d'un lieu ; tiers-lieu", "lieu"),
        ("Dialogue territorial", "dialogue"),
        ("dialogue entre acteurs et solutions co-construites", UNSAID),
        ("tiers-lieu éducatif municipal", UNSAID),
        ("", UNSAID),
    ],
)
def test_a_kind_is_read_in_the_first_words_only(description: str, kind: str) -> None:
    assert kind_of(description) == kind
    assert kind in KINDS


def test_filters_keep_what_the_sheet_says(published: Store) -> None:
    known = initiatives(published)
    for theme in ("", "mobilite", "securite"):
        for kind in ("", "mecenat"):
            found = selection.selected(known, theme, kind)
            for region in ("", "11", "94"):
                kept = selection.of_region(found, region)
                expected = {
                    row["initiative_id"]
                    for row in known.to_dict("records")
                    if (not theme or theme in row["domain_codes"])
                    and (not kind or kind_of(row["description"]) == kind)
                    and (not region or region in row["region_codes"])
                }
                assert set(kept["initiative_id"]) == expected
                placed = [len(codes) > 0 for codes in kept["department_codes"]]
                assert placed == sorted(placed, reverse=True)


def test_what_has_no_department_is_counted_in_none(published: Store) -> None:
    found = selection.selected(initiatives(published), "", "")
    counts = selection.by_department(found)
    assert counts["count"].sum() == sum(len(codes) for codes in found["department_codes"])
    assert (counts["count"] >= 1).all()
    assert [len(names) for names in counts["names"]] == list(counts["count"])
    outside = found[[not codes for codes in found["department_codes"]]]
    (said,) = phrases.unplaced(outside)
    assert f"{len(outside)}\u00a0initiatives" in said
    assert phrases.unplaced(found[[bool(codes) for codes in found["department_codes"]]]) == []
    assert selection.by_department(outside).empty


def test_titles_say_what_is_shown(published: Store) -> None:
    known = selection.selected(initiatives(published), "", "")
    assert phrases.title(known.head(0), "Sécurité", "en Corse") == (
        "Sécurité en Corse\u202f: aucune initiative citée par les documents"
    )
    assert f"{len(known)}\u00a0initiatives citées" in phrases.title(known, "", "")
    nowhere = known[[not codes for codes in known["department_codes"]]]
    assert phrases.title(nowhere, "", "").endswith("aucun département précisé")
    assert phrases.reading(known.head(0), {}, "") == []
    mobile = selection.selected(known, "mobilite", "")
    labels = {"mobilite": "Mobilité", "pauvrete": "Pauvreté", "vieillissement": "Vieillissement"}
    assert phrases.reading(mobile, labels, "mobilite")[0] == (
        "Aussi rangées dans\u202f: Pauvreté (1) et Vieillissement (1)."
    )
    assert phrases.kept_out(0) == []
    assert "est tenue" in phrases.kept_out(1)[0]
    assert "aucun département" in phrases.map_alternative("Rien", selection.by_department(nowhere), {})


def test_topics_and_the_rest_share_the_figures_out(published: Store, names: Vocabulary) -> None:
    figures = alliance_figures(published)
    told = [topics.topic_rows(figures, topic, names) for topic in topics.TOPICS]
    rest = topics.other_figures(figures)
    shown = [code for rows in told for code in rows["figure_id"]] + list(rest["figure_id"])
    assert sorted(shown) == sorted(figures["figure_id"])
    values = figures.set_index("figure_id")["value"]
    for rows in told:
        assert (rows["value"] > 0).all()
        assert [values[code] for code in rows["figure_id"]] == list(rows["value"])
        for _, group in rows.groupby(["panel", "note"], sort=False):
            assert group["value"].is_monotonic_decreasing


def test_headings_say_the_figures_of_france(published: Store, names: Vocabulary) -> None:
    figures = alliance_figures(published)
    said = {
        topic.code: headings.heading(topics.topic_rows(figures, topic, names), topic)
        for topic in topics.TOPICS
    }
    assert "37\u202f% des entreprises et 38\u202f% des associations" in said["pratique"]
    assert "«\u00a0Développement économique\u00a0» pour les maires (96\u202f%)" in said["domaines"]
    assert "46\u202f% des maires" in said["maturite"]
    assert "96\u202f%" in said["roles"]
    assert "les entreprises (45\u202f%)" in said["types"]


def test_a_heading_without_what_it_needs_falls_back_on_its_subject(
    published: Store, names: Vocabulary
) -> None:
    figures = alliance_figures(published)
    practice, _, maturity, *_ = topics.TOPICS
    rows = topics.topic_rows(figures, practice, names)
    assert headings.heading(rows.head(0), practice) == practice.subject
    parts = rows[rows["subpopulation"] != ""]
    assert headings.heading(parts, practice).startswith("Pratique des partenariats")
    sums = topics.topic_rows(figures, maturity, names)
    sums = sums[sums["label"].str.startswith("Cumul")]
    assert "76\u202f% des maires" in headings.heading(sums, maturity)


def test_tables_say_value_source_and_cell(published: Store, names: Vocabulary) -> None:
    figures = alliance_figures(published)
    told = words.figure_table(figures, names)
    assert len(told) == len(figures)
    for said, row in zip(told["Cellule"], figures.itertuples(), strict=True):
        assert str(row.row_number) in said.rsplit(" ", 1)[-1]
    assert not told["Source"].str.contains("http").any()
    rows = topics.topic_rows(figures, topics.TOPICS[1], names)
    assert words.topic_table(rows)["Valeur"].tolist() == rows["text"].tolist()
    listed = selection.selected(initiatives(published), "", "")
    table = words.initiative_table(listed, names)
    assert table["Ligne"].astype(int).tolist() == listed["row_number"].tolist()
    assert not table["Initiative"].str.contains("OCR").any()
    # A cell says something, or that nothing is said.
    for shown in (told, table, words.topic_table(rows)):
        assert not (shown == "").any(axis=None)
    # A choice without any initiative is a table without rows.
    assert words.initiative_table(listed.head(0), names).empty
    assert words.figure_table(figures.head(0), names).empty


def test_a_rank_alone_is_no_value(published: Store) -> None:
    figures = alliance_figures(published)
    ranked = figures[figures["value"].isna()]
    assert len(ranked)
    for row in ranked.itertuples():
        assert topics.figure_text(row).endswith("rang")
    several = next(ranked.assign(rank_low=2, rank_high=3).itertuples())
    assert topics.figure_text(several) == "2ᵉ ou 3ᵉ rang"


def test_a_survey_territory_is_named_as_such(published: Store, names: Vocabulary) -> None:
    figures = alliance_figures(published)
    own = next(figures[figures["perimeter"] != ""].itertuples())
    assert "périmètre de l’enquête" in topics.territory(own, names)
    east = topics.of_territory(figures, "44")
    assert {topics.territory(row, names) for row in east.itertuples()} == {"Grand Est"}
    assert "Grand Est" in phrases.published_for(figures, names.regions)
    assert "Corse" not in phrases.published_for(figures, names.regions)
    assert phrases.published_for(figures.head(0), names.regions) == ""


def test_places_are_written_as_published(published: Store, names: Vocabulary) -> None:
    known = initiatives(published).set_index("name", drop=False)
    row = dataclasses.make_dataclass("Row", ["region_codes", "department_label"])
    assert words.place(row((), ""), names.regions) == words.NO_PLACE
    assert words.place(row((), "Alsace"), names.regions) == "Alsace"
    assert words.place(row(("76",), ""), names.regions) == "Occitanie, département non publié"
    assert "Finistère" in words.place(known.loc["PIMMS de Brest"], names.regions)
