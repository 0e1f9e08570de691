"""What is felt: the measured rank of a domain in the region, and the rank each actor gives it."""

from __future__ import annotations

import pandas as pd

from charts.actors_series import tint
from exports.slides import theme
from exports.slides.lines import Dots, Field, bottom, lines
from exports.slides.slide import Deck, words
from exports.slides.story import Story, spoken
from exports.slides.table import Column
from exports.slides.theme import Box, Slide
from exports.slides.voices import Voice, voices
from exports.slides.words import Line, shortened
from indicators.rows import Row, records
from readings.phrases import measured_dates
from readings.phrases.words import nth
from wording.lists import join, joined
from wording.numbers import number, plural
from wording.signs import SHORT

_MOST = 8
_PLACE = Box(0.62, 2.05, 12.1, 4.2)
# Where words end under a chart of few lines, and the height of a sentence that takes two of them.
_END, _SENTENCE = 6.68, 0.66
NOTHING = "Aucun ressenti publié ne peut être comparé aux mesures dans cette région"
# A shape each, so that actors are told apart without their colour; the disc is what is measured.
_SHAPES = ("diamond", "square", "triangle", "cross", "tick")


def felt(deck: Deck, story: Story) -> None:
    """Show the largest gaps, from the measured rank to the felt one, or say that nothing is published."""
    said, found = story.debate, voices(story)
    notes = [*spoken(said.gaps, said.gaps_note), *story.report.spots, story.report.silent]
    notes += [actor.sentence for actor in story.report.felt]
    if not found:
        slide = deck.add(NOTHING, filter(None, notes))
        _sentences(slide, [said.gaps_note, story.report.silent], theme.MAIN)
        return
    rows = _chosen(found)
    title = shortened(said.gaps[0].text) if said.gaps else story.report.felt_title
    waves = join(_waves(found))
    span = measured_dates.span(story.results)
    drawn = f"Rang dans la région\u202f: mesuré (indicateurs {span}), et ressenti par acteur ({waves})"
    if len(rows) == _MOST:
        drawn += f"\u202f; les {_MOST} plus grands écarts"
    every = pd.concat([voice.lines for voice in found])
    told = joined(every["label"])
    open_ones = every[every["measured_reach"].astype(bool)].drop_duplicates("short_name")
    notes += [
        f"{row['short_name']}\u202f: rang mesuré {row['measured_reach']}." for row in records(open_ones)
    ]
    slide = deck.add(title, filter(None, notes), drawn)
    _drawing(slide, found, rows, len(story.results.domains()), f"{title}. {drawn}. {told}.")
    below = bottom(_PLACE, len(rows), 1 + len(found))
    details = [point.detail for point in said.gaps[:1]]
    perimeters = [" ".join(voice.perimeters(rows["short_name"])) for voice in found]
    moved = moved_sentence(rows)
    rest = [text for text in (*perimeters, *moved, *details, said.gaps_note, story.report.silent) if text]
    _sentences(slide, rest[: max(1, int((_END - below) / _SENTENCE))], Box(0.62, below, 12.1, _END - below))


def moved_sentence(rows: pd.DataFrame) -> list[str]:
    """Count the measured ranks that absent values may change: the notes say each; nothing where none may."""
    count = int(rows["measured_reach"].astype(bool).sum())
    many = plural(count, "rang mesuré peut", "rangs mesurés peuvent")
    return [f"Selon les valeurs absentes, {number(count, 0)}\u00a0{many} changer."] * bool(count)


def _sentences(slide: Slide, texts: list[str], box: Box) -> None:
    words(slide, box, [Line(text, after=8) for text in texts if text], "Ce qu’il faut savoir")


def _waves(found: list[Voice]) -> list[str]:
    return list(dict.fromkeys(str(voice.lines["wave"].iloc[0]) for voice in found))


def _chosen(found: list[Voice]) -> pd.DataFrame:
    """Return the domains with the largest gaps, once each, the most fragile first."""
    every = pd.concat([voice.lines for voice in found])
    extent = (every["measured"] - every["felt_low"]).abs()
    ordered = every.assign(extent=extent).sort_values(["extent", "measured"], ascending=[False, True])
    return ordered.drop_duplicates("short_name").head(_MOST).sort_values(["measured", "short_name"])


def _drawing(slide: Slide, found: list[Voice], rows: pd.DataFrame, last: int, said: str) -> None:
    at = {name: line for line, name in enumerate(rows["short_name"], start=1)}
    measured = tuple((float(row["measured"]), float(at[row["short_name"]])) for row in records(rows))
    after = _gaps(found, at)
    lines(
        slide,
        _PLACE,
        Column("Domaine", 3.1, tuple(at)),
        Field(
            9.0 - sum(column.width for column in after),
            (last, 1),
            (f"◀ {nth(last)} rang", f"{nth(1)} rang ▶"),
        ),
        after,
        [
            Dots("Mesuré", "disc", 16, theme.CHOSEN, measured),
            *(
                Dots(name, shape, 13, tint(voice.actor), _ranks(voice, at))
                for voice, name, shape in zip(found, _called(found), _SHAPES, strict=False)
            ),
        ],
        name="Du rang mesuré au rang ressenti",
        alternative=said,
    )


def _called(found: list[Voice]) -> list[str]:
    """Name the actors; their survey too, when they are not of the same."""
    alone = len(_waves(found)) == 1
    return [voice.label if alone else f"{voice.label}, {voice.lines['wave'].iloc[0]}" for voice in found]


def _ranks(voice: Voice, at: dict[str, int]) -> tuple[tuple[float, float], ...]:
    """Return the ranks an actor gives: both ends of « 2ᵉ ou 3ᵉ », and no middle nobody published."""
    rows = [row for row in records(voice.lines) if row["short_name"] in at]
    points = {
        (float(row[end]), float(at[row["short_name"]])) for row in rows for end in ("felt_low", "felt_high")
    }
    return tuple(sorted(points))


def _gaps(found: list[Voice], at: dict[str, int]) -> list[Column]:
    """Write the gaps when one actor alone is drawn: those of several would not fit on a line."""
    if len(found) > 1:
        return []
    told = {row["short_name"]: _gap(row) for row in records(found[0].lines)}
    return [Column("Écart de rang calculé", 3.7, tuple(told[name] for name in at), bold=True, right=True)]


def _gap(row: Row) -> str:
    """« +10 (+5 à +13), plus fort », « au même rang », « −2 (−4 à +1), sens non établi »."""
    word = SHORT[row["verdict"]]
    return word if row["verdict"] == "nul" or not row["gap"] else f"{row['gap']}, {word}"
