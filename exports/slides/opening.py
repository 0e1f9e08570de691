"""The first slides: what the region is about, how to read, who the region is."""

from __future__ import annotations

from charts import palette
from exports.slides import theme
from exports.slides.bars import Bars, bars
from exports.slides.chart_frame import numeric
from exports.slides.region_map import region_map
from exports.slides.slide import Deck, bar, words
from exports.slides.story import Story, spoken
from exports.slides.theme import Box
from exports.slides.words import Line
from indicators.plain_names import plain
from indicators.rows import Row, records
from readings.territory.identity_words import told
from wording.lists import ended, joined
from wording.mentions import OBSERVATORY, PROGRAMMES

_COVER_WORDS = Box(0.9, 1.15, 6.9, 3.2)
# Three domains with what measures each may take eight lines of the largest letters: more than the box has.
_COVER_LONG, _COVER_SIZES = 120, (32, 24)
_COVER_MAP = Box(8.2, 0.75, 4.6, 4.9)
READING_TITLE = "Tout se lit par rapport aux autres régions, jamais face à un idéal"
READING = {
    "Mesuré": "ce que disent les chiffres officiels, comparés aux autres régions.",
    "Rang": "1ʳᵉ\u202f: la région la plus fragile, avec l’intervalle d’au moins 90\u202f% de nos essais.",
    "Ressenti": "ce que les acteurs disent dans les enquêtes publiées.",
    "Écart": "ressenti plus fort ou moins fort que la position relative, jamais une erreur.",
    "Non publié": "ce qui manque est dit\u202f; rien n’est estimé à la place.",
}
HOW = "Comment lire\u202f:"


def cover(deck: Deck, story: Story) -> None:
    """Open with the region, its finding and where it is."""
    notes = [
        ended(story.debate.title),
        story.debate.overall,
        *spoken(story.debate.facts, story.debate.facts_note),
    ]
    size = _COVER_SIZES[len(story.debate.title) > _COVER_LONG]
    slide = deck.add(story.debate.title, [line for line in notes if line], box=_COVER_WORDS, size=size)
    said = [
        Line("Fragilités mesurées, fragilités ressenties", theme.STRONG),
        Line(OBSERVATORY, theme.STRONG, bold=True),
    ]
    words(slide, Box(0.9, 4.6, 6.9, 1.4), said, "Objet")
    for step, code in enumerate(palette.FRAGILITY):
        bar(slide, Box(0.9 + 0.62 * step, 6.2, 0.62, 0.14), code)
    region_map(slide, _COVER_MAP, story.region, f"Carte des régions\u202f: {story.name} est en couleur.")


def reading(deck: Deck, story: Story) -> None:
    """Say how everything after is read."""
    told = [f"{term}\u202f: {text}" for term, text in READING.items()]
    slide = deck.add(READING_TITLE, [HOW, *told, *filter(None, [story.report.silent]), PROGRAMMES])
    for position, (term, text) in enumerate(READING.items()):
        top = 2.0 + position * 0.92
        bar(slide, Box(0.62, top, 0.16, 0.74), palette.FRAGILITY[position])
        words(slide, Box(1.0, top + 0.13, 2.4, 0.6), [Line(term, theme.CALLED, bold=True)], term)
        words(slide, Box(3.5, top + 0.13, 9.2, 0.6), [Line(text, theme.STRONG)], f"{term}, en mots")


def identity_card(deck: Deck, story: Story) -> None:
    """Show what share of France the region is."""
    card = story.report.card
    shared = records(card[card["share"].notna()])
    missing = [f"{plain(row['label'])}\u202f: non publié" for row in records(card) if row["value"] is None]
    sentences = [*story.report.identity_sentences]
    drawn = f"Part de la France, en\u202f%\u202f: {story.name}"
    slide = deck.add(
        story.report.identity_title,
        [f"{drawn}.", ended(story.report.identity_title), *sentences, *missing],
        drawn,
    )
    if not shared:
        words(slide, theme.MAIN, [Line("Aucune part de la France n’est publiée.", theme.CALLED)], "Texte")
        return
    bars(
        slide,
        theme.MAIN,
        [_figure(row) for row in shared],
        [Bars("Part de la France (%)", theme.NEAR, tuple(row["share"] for row in shared))],
        numbers=numeric(1, "%"),
        name="Part de la France",
        alternative=ended(f"{drawn}. " + joined(told(row) for row in shared)),
    )


def _figure(row: Row) -> str:
    """« 31 806 km² », « PIB régional : 157 milliards d’euros »."""
    said = told(row | {"share": None})
    return f"{plain(row['label'])}\u202f: {said}" if "euros" in row["unit"] else said
