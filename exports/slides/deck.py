"""The slides of one region, ten to twelve, in the order of a debate."""

from __future__ import annotations

from exports import method_words
from exports.slides import alliances, closing, domains, facts, felt, opening, overall
from exports.slides.slide import Deck
from exports.slides.story import told
from exports.stamp import stamp
from indicators.method import Method
from indicators.results import REFERENCE, Results

# One message a slide: what the region is, what is measured, what is felt, what is tried, what to discuss.
_ORDER = (
    opening.cover,
    opening.reading,
    opening.identity_card,
    overall.overall,
    domains.domains,
    facts.facts,
    felt.felt,
    alliances.alliances,
    closing.questions,
    closing.last,
)


def make(results: Results, region: str, link: str, method: Method = REFERENCE) -> bytes:
    """Return the slides of a region (INSEE code) as a PPTX: 16:9, native charts, spoken notes, in French.

    `link`: absolute address of the view, written on the last slide, drawn as a square code where telephones
    reach it ("" for none). Raises `MethodError` for a method this edition cannot compute.
    """
    story = told(results, region, method)
    changed = method_words.said(results, method)
    source = story.report.sources + (f"\u202f; méthode du lecteur\u202f: {changed}" if changed else "")
    deck = Deck(stamp(results.edition(), story.report.title, subtitle=story.name, source=source, link=link))
    for add in _ORDER:
        add(deck, story)
    return deck.bytes()
