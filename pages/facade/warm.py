"""What is made before anybody comes."""

import inspect
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from charts import palette
from charts.look import Look
from pages import facade, screen, sections
from pages.facade import (
    actors,
    alliances,
    choices,
    compare,
    current,
    dictionary,
    domain,
    domain_across,
    domain_actors,
    edition,
    gaps,
    gaps_corners,
    initiatives,
    members,
    methods,
    overview,
    past,
    quality,
    search,
    territory,
)
from pages.facade import overview_level as panorama
from readings.gaps.corners import AMONG_DOMAINS


def warm_up() -> None:
    """Read the code of every page and what is kept of the edition; draw what opens without a choice."""
    for room in (facade, sections):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            import_module(module.name)
    _ready_framework()
    current.begin()
    choices.parameters()
    current.identity()
    quality.quality()
    search.answer()
    _read()
    look = Look(region="", size=screen.fit(*screen.LAPTOP), page=palette.LIGHT)
    for page in (palette.LIGHT, palette.DARK):
        _draw(replace(look, page=page))
    _draw_others(look)


def _ready_framework() -> None:
    """Have Streamlit do what it would do while the first visitor waits.

    At the first element of a process it looks for where it was started, through every module; at the first
    words that are not ASCII it reads the list of emojis.
    """
    inspect.stack()
    import_module("streamlit.emojis")


def _read() -> None:
    """Read the largest frames, and what a page asks of the edition whatever is chosen."""
    known = edition.results()
    actors.voices_of()
    compare.pairs(methods.REFERENCE)
    known.every_value()
    known.everyone()
    known.agreements()
    for actor in known.actors()["actor_code"]:
        known.crossed(str(actor))
    # What is said of one region rests on frames that are read once for all of them.
    region = str(known.regions()["region_code"].iloc[0])
    territory.portrait_of(region, methods.REFERENCE)
    territory.meeting_of(region, methods.REFERENCE)


def _draw(look: Look) -> None:
    """Draw the first page."""
    first = choices.DEFAULTS
    if domain.made_of(first["domaine"]).whole:
        panorama.level(first["domaine"], methods.REFERENCE, look)
    else:
        choice = overview.Choice(first["domaine"], first["afficher"], first["acteur"])
        overview.table_of(choice, look)
    panorama.maps(methods.REFERENCE, look, screen.page_width(screen.LAPTOP[0]))


def _draw_others(look: Look) -> None:
    """Draw the other pages that open without a choice: what their every visitor sees, or is cut from it."""
    method, chosen, actor = methods.REFERENCE, choices.DEFAULTS["domaine"], choices.DEFAULTS["acteur"]
    for lines in domain_actors.felt_of(chosen, "").lines[:1]:
        domain_actors.felt_drawing(chosen, "", lines.kind, look)
    for section in actors.page_of(actor, "", look).sections:
        _ = section.drawing
    if domain_actors.gap_drawing((chosen, actor, ""), method, look):
        domain_across.across_of((chosen, actor, ""), method, look)
    if domain.made_of(chosen).whole:
        members.members_of(chosen, method, look)
    else:
        domain.ranked_of(chosen, method, "")
        measured = overview.overview_of(domain.choice_of(chosen, method)).meta.indicator_code
        past.past_of(str(measured), "", look, method)
    domain.filed(chosen)
    survey = gaps.Survey(actor, "", method)
    if gaps.matrix(survey, look):
        gaps_corners.corners(survey, AMONG_DOMAINS, chosen, look)
        gaps_corners.spots(survey, AMONG_DOMAINS, "")
    for topic in alliances.TOPICS:
        alliances.part_of(topic, look)
    alliances.others()
    initiatives.named_of("", "", look)
    dictionary.dictionary(method)
