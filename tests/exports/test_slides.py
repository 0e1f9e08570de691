"""The slides say the numbers of `python -m indicators`, and what is not published stays so."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from pptx import Presentation

from exports.address import VARIABLE
from exports.report.ten_steps import ten_steps
from exports.slides import alliances, closing, felt, overall
from exports.slides.deck import make
from exports.slides.facts import figures
from exports.slides.slide import Deck
from exports.slides.story import told
from exports.slides.voices import Voice
from exports.stamp import Stamp
from indicators.identity import identity
from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.results import REFERENCE, Results
from indicators.rows import records
from loaders.store import Store
from readings.debate.debate import debate
from readings.territory.report import report
from tests import made
from tests.exports.command_line import Asked, ask
from tests.exports.slides_read import (
    LINK,
    bars,
    frames,
    opened,
    points,
    spoken,
    tables,
    titles,
    words,
)
from wording.mentions import PROGRAMMES

__all__ = ["ask"]


def test_the_ranks_are_those_of_the_command(published: Results, ask: Asked) -> None:
    rows = ask(published.store, "ranks --draws 1000")
    whole = {
        row["region_code"]: (int(row["rank"]), int(row["low"]), int(row["high"]))
        for row in rows
        if (row["among"], row["level"]) == ("regions", "ensemble")
    }
    shown = opened(published, "32")
    drawn = points(frames(shown)["Rang des régions"])
    ranks = sorted(x for name, dots in drawn if name != "Intervalle" for x, _ in dots)
    assert ranks == sorted(rank for rank, _, _ in whole.values())
    assert dict(drawn)["La région"] == [(whole["32"][0], 1)]
    intervals = sorted(tuple(sorted({x for x, _ in dots})) for name, dots in drawn if name == "Intervalle")
    assert intervals == sorted(tuple(sorted({low, high})) for _, low, high in whole.values())


def test_the_domains_stand_where_the_report_places_them(published: Results, ask: Asked) -> None:
    shown = opened(published, "94")
    rows = report(published, "94").spine_rows
    found = frames(shown)
    name = "Place de la région dans chaque domaine"
    both = [found[name], found[f"{name} (suite)"]]
    own = [x for frame in both for x, _ in dict(points(frame))["La région"]]
    assert own == pytest.approx(rows["at"].tolist())
    others = [x for frame in both for x, _ in dict(points(frame))["Autres régions"]]
    assert others == pytest.approx([other for row in rows["others"] for other in row])
    told_rows = [
        row[0::3] + row[-2:-1]
        for slide in list(shown.slides)[4:6]
        for table in tables(slide)
        for row in table[1:]
    ]
    assert [row[0] for row in told_rows] == rows["short_label"].tolist()
    figures = rows["measure_text"] + "\u202f: " + rows["value_text"]
    assert [row[1] for row in told_rows] == figures.tolist()
    ranks = {
        row["code"]: row["rank"]
        for row in ask(published.store, "ranks --region 94")
        if row["among"] == "regions"
    }
    said = [
        table_row[-1]
        for slide in list(shown.slides)[4:6]
        for table in tables(slide)
        for table_row in table[1:]
    ]
    assert [text.split("ʳ")[0].split("ᵉ")[0] for text in said] == [
        ranks[code] for code in rows["domain_code"]
    ]


def test_a_fact_shows_every_region_and_france(published: Results) -> None:
    shown = opened(published, "32")
    names, series = bars(frames(shown)["Chiffres des régions"])
    values = published.region_values("emploi")
    values = values[values["label"] == "Taux de chomage"]
    assert names[0] == "▶ Hauts-de-France"
    assert series["Hauts-de-France"][0] == 10.8
    assert [value for value in series["France"] if value is not None] == [8.4]
    shown = [value for column in series.values() for value in column if value is not None]
    assert sorted(shown) == sorted([*values["value"], 8.4])
    ordered = [
        next(value for value in row if value is not None) for row in zip(*series.values(), strict=True)
    ]
    assert ordered == sorted(ordered, reverse=True)


def test_the_identity_card_draws_the_shares(published: Results) -> None:
    _, series = bars(frames(opened(published, "94"))["Part de la France"])
    card = identity(published.store, "94")
    assert series == {"Part de la France (%)": pytest.approx(card["share"].dropna().tolist())}
    assert "Part du budget de l’innovation dans le PIB\u202f: non publié" in spoken(
        list(opened(published, "94").slides)[2]
    )


def _ends(row: dict[str, str]) -> str:
    """« +10 (+10 à +11) », from the numbers of the command."""
    gap, low, high = (f"{int(float(row[name])):+d}" for name in ("rank_gap", "rank_gap_low", "rank_gap_high"))
    return (gap + (f" ({low} à {high})" if low != high else "")).replace("-", "−")


def test_the_felt_ranks_are_those_of_the_command(published: Results, ask: Asked) -> None:
    rows = ask(published.store, "gaps --region 94 --actor citoyens")
    shown = opened(published, "94")
    drawn = dict(points(frames(shown)["Du rang mesuré au rang ressenti"]))
    assert {x for x, _ in drawn["Citoyens"]} == {float(row["perceived_rank_low"]) for row in rows}
    assert sorted(x for x, _ in drawn["Mesuré"]) == sorted(float(row["objective_rank"]) for row in rows)
    slide = list(shown.slides)[8]
    (table,) = tables(slide)
    told = {row["domain_code"]: row for row in rows}
    signs = {"positive": "plus fort", "indetermine": "sens non établi"}
    assert {row[-1] for row in table[1:]} == {
        f"{_ends(row)}, {signs[row['stated_sign']]}" for row in told.values()
    }
    assert "PACA-Corse (périmètre de l’enquête)" in words(slide)


def test_a_complete_survey_gives_each_actor_its_dots(invented: Results) -> None:
    shown = opened(invented, "93")
    drawn = points(frames(shown)["Du rang mesuré au rang ressenti"])
    assert [name for name, _ in drawn] == ["Mesuré", "Citoyens", "Entreprises", "Associations", "Maires"]
    crossed = invented.crossed("maires").gaps
    latest = crossed[(crossed["region_code"] == "93") & (crossed["wave"] == "IMPACT 2019")]
    (table,) = tables(list(shown.slides)[8])
    lines = {row[0]: line for line, row in enumerate(table[1:], start=1)}
    labels = dict(zip(invented.domains()["domain_code"], invented.domains()["short_label"], strict=True))
    expected = {
        (float(row["perceived_rank_low"]), float(lines[labels[row["domain_code"]]]))
        for row in records(latest)
        if labels[row["domain_code"]] in lines
    }
    assert set(dict(drawn)["Maires"]) == expected


def test_the_notes_say_the_sentences_of_the_debate(published: Results) -> None:
    said = debate(published, "32")
    notes = [spoken(slide) for slide in opened(published, "32").slides]
    for point in (*said.facts, *said.gaps, *said.questions):
        assert any(point.text in text and point.detail in text for text in notes)
    assert any(said.gaps_note in text for text in notes)
    assert all(point.text in words(list(opened(published, "32").slides)[10]) for point in said.questions)


def test_the_programmes_are_said_once_and_a_convention_wherever_its_domain_is_named(
    published: Results,
) -> None:
    slides = list(opened(published, "44").slides)
    assert sum(PROGRAMMES in spoken(slide) for slide in slides) == 1
    cautions = {"Diversité et handicap": "convention", "Mal-logement": "secondaires"}
    named = [
        (name, caution in words(slide), caution in spoken(slide))
        for slide in slides
        for name, caution in cautions.items()
        if name in words(slide)
    ]
    assert {name for name, _, _ in named} == set(cautions)
    assert all(shown and said for _, shown, said in named)


def test_alliances_are_those_of_the_region_else_of_france(published: Results) -> None:
    own = list(opened(published, "44").slides)[9]
    table = report(published, "44").alliances
    assert all(value in words(own) for value in table["Chiffre"].head(3))
    assert "autres chiffres sont dans les notes." in words(own)
    assert "Alliances en France" not in frames(opened(published, "44"))
    assert all(what in spoken(own) for what in table["Ce qui est publié"])
    names, series = bars(frames(opened(published, "32"))["Alliances en France"])
    assert names[0] == "Emploi"
    assert series == {"Part (%)": [49.0, 46.0, 42.0, 40.0, 36.0, 36.0]}
    assert alliances._compared(table.assign(unit="", domain_code=None, value=None)).empty


def test_what_is_missing_is_named_and_the_view_can_be_found_again(published: Results) -> None:
    last = list(opened(published, "94").slides)[-1]
    assert titles(opened(published, "94"))[-1] == closing.LAST
    assert all(text in spoken(last) for text in report(published, "94").unpublished)
    assert LINK in words(last)


def test_the_last_slide_cites_the_edition_as_the_report_does(
    published: Results, invented: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    for results in (published, invented):
        last, about = list(opened(results, "32").slides)[-1], results.edition()
        (cited,) = (shape.text_frame.text for shape in last.shapes if shape.name == "Citation")
        assert cited == f"Pour citer\u202f: {ten_steps(results)['cited']}"
        assert cited in spoken(last)
        assert f"empreinte\u00a0{about.sha256[:12]}" in cited
        assert ("données fictives" in cited) == about.fictional
        assert "http" not in cited
    monkeypatch.setenv(VARIABLE, "https://observatoire.example")
    last = list(Presentation(io.BytesIO(make(published, "32", ""))).slides)[-1]
    assert "partenariats. https://observatoire.example" in words(last)


def test_without_any_score_the_slides_say_so() -> None:
    """One region alone: nothing can be compared, nothing is felt, nothing is a share of France."""
    alone = made.edition({"a": {"11": 4, "FR": 4}}, [made.indicator("a", "emploi", 5)])
    method = Method(Normalisation.RANK)
    shown = Presentation(io.BytesIO(make(Results(Store.in_memory(alone)), "11", "", method)))
    assert {overall.UNRANKED, felt.NOTHING, closing.LAST} < set(titles(shown))
    assert overall.WHY in words(shown.slides[3])
    assert "Aucune part de la France n’est publiée." in words(shown.slides[2])
    assert all("méthode du lecteur\u202f: Rang" in words(slide) for slide in shown.slides)
    assert not frames(shown).keys() & {"Rang des régions", "Part de la France", "Alliances en France"}
    assert "http" not in words(shown.slides[-1])


def test_few_figures_leave_no_others_for_the_notes() -> None:
    slide = Deck(Stamp("Titre")).add("Titre", [])
    alliances._figures(slide, [("Maires", "Part", "81\u202f%")])
    assert "81\u202f%" in words(slide)
    assert "dans les notes" not in words(slide)


@pytest.mark.parametrize(
    ("verdict", "gap", "said"),
    [
        ("positive", "+8 (+7 à +9)", "+8 (+7 à +9), plus fort"),
        ("negative", "−1", "−1, moins fort"),
        ("positive", "", "plus fort"),
        ("nul", "0", "au même rang"),
        ("indetermine", "+2 (−1 à +4)", "+2 (−1 à +4), sens non établi"),
    ],
)
def test_a_gap_is_said_as_far_as_it_is_known(verdict: str, gap: str, said: str) -> None:
    assert felt._gap({"verdict": verdict, "gap": gap}) == said


def test_actors_of_two_surveys_are_named_with_them() -> None:
    voices = [
        Voice("", label, pd.DataFrame({"wave": [wave]}), ())
        for label, wave in (("Citoyens", "PHARE 2015"), ("Entreprises", "PHARE 2016"))
    ]
    assert felt._called(voices) == ["Citoyens, PHARE 2015", "Entreprises, PHARE 2016"]
    assert felt._called(voices[:1]) == ["Citoyens"]


def test_the_perimeter_of_what_is_not_drawn_is_not_said() -> None:
    voice = Voice("citoyens", "Citoyens", pd.DataFrame(), (("Emploi", "PACA-Corse"), ("Santé", "PACA-Corse")))
    assert voice.perimeters(["Emploi"]) == ["PACA-Corse\u202f: Emploi."]


def test_france_stands_among_the_regions(published: Results) -> None:
    story = told(published, "94", REFERENCE)
    rows = figures(story, story.debate.facts[0])
    assert [row["name"] for row in rows].count("France") == 1
    assert len(rows) == 14
