"""The report of a region on paper: its numbers are those of the command, and it can be read by everyone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from exports import citation, method_words
from exports.report import document, drawings, tables, ten_steps
from exports.report.content import content
from exports.report.country import country
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from indicators.plain_names import plain
from indicators.results import REFERENCE, Results
from indicators.rows import records
from indicators.ten_steps.step import Step
from loaders.edition import load
from loaders.store import Store
from readings.phrases.conventions import convention
from readings.ten_steps.references import references
from readings.ten_steps.told import told
from readings.territory.report import Felt, report
from tests.boring import WORKBOOK, header_code, headers
from tests.exports.command_line import Asked, ask
from tests.opened import invented, published
from wording.mentions import FICTIONAL, MENTION, PROGRAMMES
from wording.ranks import placed

__all__ = ["ask"]
LINK = "https://observatoire.example/mon-territoire?region=32"
# An island whose survey is shared with its neighbour, and the most initiatives.
REGIONS = ("94", "84")
# Pages of the annex on the method, at most.
METHOD = 2
HOSTILE = '#panic("non") *gras* _x_ $y$ [#emph[t]] =1+1 \\u{41} @ref'


@cache
def made_of(region: str) -> bytes:
    return document.make(published(), region, LINK)


@cache
def paper_of(region: str) -> PdfReader:
    return PdfReader(io.BytesIO(made_of(region)))


@cache
def invented_paper() -> PdfReader:
    return PdfReader(io.BytesIO(document.make(invented(), "44", LINK)))


def words(reader: PdfReader) -> str:
    """Every word in reading order, whatever the line it stands on."""
    return flat(" ".join(page.extract_text() for page in reader.pages))


def flat(text: str) -> str:
    """Drop what depends on the width of the paper: white space, and the hyphens of cut words."""
    return "".join(text.split()).replace("\u00ad", "").replace("-", "").replace("‐", "")


@pytest.mark.parametrize("region", REGIONS)
def test_every_rank_and_value_of_the_command_is_on_paper(region: str, ask: Asked) -> None:
    text = words(paper_of(region))
    made = report(published(), region)
    ranks = ask(published().store, f"ranks --region {region}")
    domains = {row["code"]: row for row in ranks if (row["level"], row["among"]) == ("domaine", "regions")}
    assert len(domains) == 16
    for row in records(made.spine_rows):
        rank, low, high = (int(row[name]) for name in ("rank", "low", "high"))
        assert int(domains[row["domain_code"]]["rank"]) == rank
        # The domain, its indicator, the region, France, both ends, then the rank, on one line of the table.
        cells, said = flat(row["value_text"] + row["france_text"]), flat(placed(rank, low, high))
        _, *lines = text.split(flat(f"{row['short_label']}{plain(row['label'])}"))
        assert any(cells in line and said in line[len(cells) :][:90] for line in lines), row


@pytest.mark.parametrize("region", REGIONS)
def test_the_five_parts_say_what_the_page_says(region: str) -> None:
    text, made = words(paper_of(region)), report(published(), region)
    sentences = [
        made.title, made.overall, f"1. {made.identity_title}", f"2. {made.spine_title}",
        f"3. {made.felt_title}", f"4. {made.alliance_title}", made.silent, *made.spots, *made.unpublished,
        *(near.sentence for near in made.similar), *(actor.sentence for actor in made.felt),
        *made.identity["Région"], *made.identity["France"], *made.initiatives["Initiative"],
        *(cell for actor in made.felt for cell in actor.table.to_numpy().flatten()),
        *(cell for cell in made.alliances.to_numpy().flatten()), *made.strengths["Rang parmi les régions"],
    ]  # fmt: skip
    assert [said for said in sentences if flat(said) not in text] == []
    # What is read by convention says so beside the drawing and the lists; the programmes are said once.
    assert text.count(flat(convention(published().vocabulary()))) == 2
    assert text.count(flat(PROGRAMMES)) == 1


@pytest.mark.parametrize("paper", [lambda: paper_of("94"), invented_paper])
def test_the_method_ends_the_report_step_by_step_on_two_pages_with_what_is_cited(paper: Any) -> None:
    reader = paper()
    results = invented() if FICTIONAL in reader.pages[0].extract_text() else published()
    pages = [flat(page.extract_text()) for page in reader.pages]
    first = next(place for place, text in enumerate(pages) if text.count(flat(ten_steps.TITLE)) and place > 1)
    assert len(pages) - first <= METHOD
    text = "".join(pages[first:])
    for step in Step:
        said = told(results, step)
        assert flat(f"{said.text.number}. {said.text.heading}") in text
        assert all(flat(sentence) in text for sentence in (said.text.choice, *said.effects))
    assert flat(citation.apa(results.edition())) in text
    assert all(flat(one.apa) in text for one in references().values())


@pytest.mark.parametrize("region", REGIONS)
def test_every_page_but_the_cover_ends_with_edition_mention_and_number(region: str) -> None:
    reader = paper_of(region)
    edition = published().edition()
    assert 6 + 1 <= len(reader.pages) <= 9 + METHOD
    for number, page in enumerate(reader.pages, start=1):
        text = flat(page.extract_text())
        assert flat(MENTION) in text
        assert edition.sha256[:12] in text
        assert flat(LINK) in text
        assert FICTIONAL not in page.extract_text()
        assert number == 1 or f"{number}/{len(reader.pages)}" in text


def test_invented_data_say_so_on_every_page_and_keep_to_nine_and_the_method() -> None:
    reader = invented_paper()
    assert len(reader.pages) <= 9 + METHOD
    assert all(FICTIONAL in page.extract_text() for page in reader.pages)


def test_a_complete_survey_has_every_rank_in_one_table() -> None:
    text, made = words(invented_paper()), report(invented(), "44")
    assert drawings.side_by_side(made)
    for actor in made.felt:
        assert all(flat(name) in text for name in actor.lines["short_name"])
    assert flat("Ce graphique : IMPACT 2019.") in text


def test_paper_can_be_read_aloud() -> None:
    reader = paper_of("94")
    root: Any = reader.root_object
    assert root["/Lang"] == "fr-FR"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    titles = [item["/Title"] for item in reader.outline if isinstance(item, dict)]
    assert [str(title)[:2] for title in titles] == ["So", "1.", "2.", "3.", "4.", "5.", "An"]
    assert reader.metadata is not None
    assert reader.metadata.title == report(published(), "94").title
    alternatives = [str(node["/Alt"]) for node in figures(root["/StructTreeRoot"].get_object())]
    # The map, the square code, the spine, the gaps of the citizens.
    assert len(alternatives) == 4
    assert all(len(alternative) > 40 for alternative in alternatives)


def test_only_our_letters_are_used() -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in paper_of("94").pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert fonts
    assert all("SourceSans3" in name for name in fonts)


def figures(node: Any) -> Iterator[DictionaryObject]:
    """Yield the pictures of the structure tree."""
    if isinstance(node, DictionaryObject):
        if node.get("/S") == "/Figure":
            yield node
        children = node.get("/K")
        for child in children if isinstance(children, list) else [children]:
            yield from figures(child.get_object() if child is not None else None)


def test_the_same_data_give_the_same_bytes() -> None:
    assert document.make(published(), "94", LINK) == made_of("94")


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """The workbook with hostile words for a label, and without the figure of one region."""
    book = load_workbook(WORKBOOK)
    sheet = book["Données territoriales"]
    columns = headers(sheet, 4)
    at = next(
        row for row in range(5, sheet.max_row + 1) if sheet.cell(row, columns["Domaine"]).value == "emploi"
    )
    sheet.cell(at, columns["INDICATEURS"]).value = HOSTILE
    sheet.cell(at, columns["INDICATEURS"]).data_type = "s"
    region = next(column for text, column in columns.items() if header_code(text) == "32")
    sheet.cell(at, region).value = None
    path = tmp_path_factory.mktemp("classeur") / "#panic *x*.xlsx"
    book.save(path)
    return Results(Store.in_memory(load(Path(path))))


def test_hostile_words_stay_words_and_a_hole_stays_a_hole(damaged: Results) -> None:
    text = words(PdfReader(io.BytesIO(document.make(damaged, "32", LINK))))
    assert flat(HOSTILE) in text
    assert flat("#panic *x*.xlsx, empreinte") in text
    after = text.split(flat(HOSTILE))[-1]
    # Not published, then France, both ends, and no rank.
    assert after.startswith(flat("2019 (T1) non publié 8,4 %").removeprefix(","), 1)
    assert flat("sans rang") in after[:90]


def with_lines(actor: Felt, lines: pd.DataFrame, **changes: Any) -> Felt:
    """The same actor, whose lines are others than its gaps make."""
    made = replace(actor, **changes)
    vars(made)["lines"] = lines
    return made


def test_an_actor_without_both_ranks_has_a_table_and_no_drawing() -> None:
    made = report(published(), "94")
    bare = replace(made, felt=tuple(with_lines(actor, actor.lines.head(0)) for actor in made.felt))
    assert drawings.gap_drawing(bare.felt[0]) is None
    assert set(drawings.files(bare)) == {"outline", "spine"}
    told = content(published(), bare, LINK, REFERENCE)["felt"]["actors"][0]
    assert (told["drawing"], told["wave"], len(told["table"]["rows"])) == (None, "", 3)


def test_the_table_of_a_complete_survey_leaves_a_hole_where_an_actor_says_nothing() -> None:
    one, *others = report(published(), "11").felt[0].lines.index
    actor = report(published(), "11").felt[0]
    fewer = actor.lines.loc[others].assign(felt_high=9)
    made = tables.matrix([actor, with_lines(actor, fewer, label="Maires", actor_code="maires")])
    assert made["heads"] == ["Domaine", "Mesuré", "Citoyens (PHARE 2015)", "Maires (PHARE 2015)"]
    rows = {name: cells for name, *cells in made["rows"]}
    assert rows[actor.lines.loc[one, "short_name"]] == ["9ᵉ domaine", "1ᵉʳ, plus fort", tables.NONE]
    assert rows["Sécurité"] == ["4ᵉ domaine", "2ᵉ, plus fort", "2ᵉ à 9ᵉ, plus fort"]


def test_a_brief_country_keeps_what_a_debate_needs() -> None:
    whole, brief = country(published(), brief=False), country(published(), brief=True)
    assert whole["published"] == brief["published"] == 83
    assert sum(len(one["table"]["rows"]) for one in whole["questions"]) > len(brief["questions"])
    assert [one["subject"] for one in brief["questions"]] == [
        "Dans quels domaines s’allier",
        "Part des répondants pour qui les alliances innovent",
    ]
    counted = [cell.count("\u202f:\u00a0") for one in whole["questions"] for *_, cell in one["table"]["rows"]]
    assert sum(counted) == whole["shown"] == 50


def test_a_changed_method_is_said_in_words() -> None:
    said = "De 0 à 10, moyenne géométrique"
    geometric = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
    assert method_words.said(published(), Method()) == ""
    assert method_words.said(published(), geometric) == said
    assert method_words.said(published(), Method(Normalisation.RANK, Weighting.EQUAL_AXES)) == (
        "Rangs des régions\u202f; chaque axe compte autant"
    )
    by_firms = Method(weighting=Weighting.ACTOR, actor="entreprises")
    assert method_words.said(published(), by_firms) == (
        "Priorités publiées par les entreprises\u202f; seuls 10 des 16\u00a0domaines comptent"
    )
    every = dict.fromkeys(published().vocabulary().domains, 1.0)
    own = Method(weighting=Weighting.READER, domain_weights=(*(every | {"emploi": 2.0}).items(),))
    assert method_words.said(published(), own).endswith(
        "oids choisis par le lecteur, «\u00a0Emploi\u00a0»\u00a0× 2 et les autres domaines\u00a0× 1"
    )
    one = replace(own, domain_weights=(("emploi", 1.0),))
    assert method_words.said(published(), one).endswith("un seul des 16\u00a0domaines compte")
    even = replace(own, domain_weights=(*every.items(),))
    assert method_words.said(published(), even).endswith("oids choisis par le lecteur, tous à 1")
    told = content(published(), report(published(), "94"), LINK, geometric)
    assert told["method"] == said
