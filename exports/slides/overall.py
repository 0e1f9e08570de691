"""The rank of each region on every domain together, with its interval."""

from __future__ import annotations

from charts import palette
from exports.slides import theme
from exports.slides.lines import HERE, LEAST_END, MOST_END, Dots, Field, lines
from exports.slides.slide import Deck, words
from exports.slides.story import Story
from exports.slides.table import Column
from exports.slides.words import Line, shortened
from indicators.rows import Row, records
from indicators.score_table import WHOLE
from readings.phrases.reach import brief, reached, with_reach
from readings.territory.line_words import rank_text
from wording.lists import ended, joined

_INTERVAL, _BOUNDS = "Intervalle", palette.HATCH
UNRANKED = "Aucun rang d’ensemble ne peut être calculé pour cette région"
_DRAWN = "Rang des régions, tous domaines ensemble, et intervalle d’au moins 90\u202f% de nos essais"
_POSSIBLE = "Rangs possibles"
_MOVED = (
    "Rang, tous domaines ensemble, intervalle d’au moins 90\u202f% de nos essais, rangs possibles selon les "
    "absences"
)
WHY = "Trop de domaines restent sans score sous la méthode choisie."


def overall(deck: Deck, story: Story) -> None:
    """Place the thirteen regions on every domain together, each with its interval."""
    ranks = story.results.rank_intervals(story.method)
    rows = ranks[(ranks["among"] == "regions") & (ranks["level"] == "ensemble") & ranks["rank"].notna()]
    names = story.results.vocabulary().regions
    ordered = records(rows.sort_values(["rank", "low", "region_code"]))
    bounds = story.results.missing_bounds(story.method)
    said = reached(bounds, WHOLE)
    moved = brief(bounds, WHOLE)
    places = [(row["region_code"], row["code"]) for row in ordered]
    told = [
        f"{names[row['region_code']]}\u202f: {with_reach(rank_text(row), said.get(place))}"
        for row, place in zip(ordered, places, strict=True)
    ]
    reach = [Column(_POSSIBLE, 1.9, tuple(moved.get(place, "") for place in places), right=True)] * bool(
        moved
    )
    drawn = _MOVED if moved else _DRAWN
    near = story.report.similar[0]
    likes = [one.sentence for one in story.report.similar]
    if not ordered:
        words(deck.add(UNRANKED, likes), theme.MAIN, [Line(WHY, theme.CALLED)], "Pourquoi")
        return
    title = shortened(story.debate.overall) or UNRANKED
    listed = joined(told)
    slide = deck.add(title, [f"{drawn}.", ended(listed), *likes], drawn)
    last = max(row["ranked"] for row in ordered)
    lines(
        slide,
        theme.MAIN,
        Column("Région", 3.6, tuple(names[row["region_code"]] for row in ordered)),
        Field(5.5 - sum(column.width for column in reach), (last, 1), (LEAST_END, MOST_END)),
        [Column("Rang", 3.0, tuple(rank_text(row) for row in ordered), bold=True, right=True), *reach],
        _ranked(ordered, story, near.codes),
        name="Rang des régions",
        alternative=ended(f"{title}. {drawn}\u202f: {listed}"),
    )


def _ranked(rows: list[Row], story: Story, near: tuple[str, ...]) -> list[Dots]:
    """Return the bounds, then the ranks of the region, of its likes, of the others."""
    lined = list(enumerate(rows, start=1))
    kinds = {HERE: (story.region,), "Régions de même profil": near}
    named = {code for codes in kinds.values() for code in codes}
    rest = tuple(row["region_code"] for row in rows if row["region_code"] not in named)
    looks = ((theme.CHOSEN, "disc", 16), (theme.NEAR, "square", 11), (theme.OTHERS, "disc", 11))
    found = [
        Dots(_INTERVAL, "tick", 6, _BOUNDS, ((row["low"], line), (row["high"], line)), linked=True)
        for line, row in lined
    ]
    for (name, codes), (code, shape, size) in zip(
        [*kinds.items(), ("Autres régions", rest)], looks, strict=True
    ):
        at = tuple((float(row["rank"]), float(line)) for line, row in lined if row["region_code"] in codes)
        found.append(Dots(name, shape, size, code, at))
    return found
