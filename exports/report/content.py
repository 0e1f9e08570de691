"""What the template of the report is given: words and tables only, nothing that typst could run."""

from __future__ import annotations

from typing import Any

from exports import method_words
from exports.address import scanned
from exports.report import drawings, tables
from exports.report.country import country
from exports.report.ten_steps import ten_steps
from exports.report.tiles import tiles
from indicators.method import Method
from indicators.results import Results
from readings.phrases.conventions import convention
from readings.territory import annex, synthesis
from readings.territory.report import Felt, Report
from wording import mentions, reading
from wording.numbers import counted, number

Content = dict[str, Any]


def content(results: Results, made: Report, link: str, method: Method) -> Content:
    """Return the words of the report by place; every value is a text, a list of texts or a table."""
    edition = results.edition()
    told = list(filter(None, [convention(results.vocabulary())]))
    return {
        "name": made.name,
        "title": made.title,
        "finding": made.finding,
        "overall": " ".join(filter(None, [made.overall, made.doubted])),
        "observatory": mentions.OBSERVATORY,
        "edition": mentions.edition(edition.file_name, edition.sha256),
        "mention": mentions.mention(fictional=edition.fictional, private=edition.private),
        "outlines": mentions.OUTLINES,
        "fictional": mentions.NOT_MEASURED if edition.fictional else "",
        "mark": mentions.FICTIONAL if edition.fictional else "",
        "interval": [told(results.errors(method)) for told in (reading.interval, reading.one_indicator)],
        "corners": [list(one) for one in reading.CORNERS],
        "method": method_words.said(results, method),
        "link": link,
        "scanned": scanned(link),
        "sources": made.sources,
        "programmes": mentions.PROGRAMMES,
        "identity": {
            "title": made.identity_title,
            "tiles": tiles(made.card),
            "table": tables.table(made.identity),
        },
        "spine": {
            "title": made.spine_title,
            "reading": [*made.spine_reading, *told],
            "drawing": vars(drawings.spine_drawing(made)),
            "table": tables.measured(made.spine_rows),
        },
        "felt": _felt(made),
        "alliances": _alliances(results, made),
        "annex": _annex(results, made.region, method),
        "steps": ten_steps(results),
        "synthesis": {
            "order": " ".join([reading.STRENGTHS, *told]),
            "strengths": tables.sides(made.strengths),
            "spots": list(made.spots),
            "similar": [near.sentence for near in made.similar],
            "initiatives": tables.table(synthesis.sheet_table(made.initiatives)),
            "unpublished": list(made.unpublished),
        },
    }


def _annex(results: Results, region: str, method: Method) -> Content | None:
    found = annex.annex(results, region, method)
    if found.empty:
        return None
    return {"title": annex.TITLE, "said": annex.said(results, found), "table": tables.table(found)}


def _felt(made: Report) -> Content:
    side_by_side = drawings.side_by_side(made)
    return {
        "title": made.felt_title,
        "reading": list(reading.GAPS),
        "lines": [*reading.GAP_LINES, *(reading.GAP_SIGNS if side_by_side else ())],
        "actors": [_actor(actor) for actor in made.felt],
        "matrix": tables.matrix(made.felt) if side_by_side else None,
        "silent": made.silent,
    }


def _actor(actor: Felt) -> Content:
    drawn = drawings.gap_drawing(actor)
    return {
        "label": actor.label,
        "sentence": actor.sentence,
        "wave": actor.lines["wave"].iloc[0] if drawn else "",
        "drawing": vars(drawn) if drawn else None,
        "table": tables.table(actor.sheet),
    }


def _alliances(results: Results, made: Report) -> Content:
    found = country(results, brief=drawings.side_by_side(made))
    published = counted(found["published"], "chiffre est publié", "chiffres sont publiés")
    shown = number(found["shown"], 0)
    return {
        "title": made.alliance_title,
        "table": tables.table(made.alliances),
        "questions": found["questions"],
        "said": f"{published} pour la France entière\u202f; en voici {shown}, par question.",
    }
