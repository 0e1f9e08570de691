"""The slides of a region read back by another path: python-pptx and openpyxl, on the bytes of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import openpyxl
from pptx import Presentation
from pptx.oxml.ns import qn

from exports.slides.deck import make
from indicators.results import Results

LINK = "https://observatoire.example/mon-territoire?region=32"


@cache
def bytes_of(results: Results, region: str) -> bytes:
    return make(results, region, LINK)


def opened(results: Results, region: str) -> Any:
    return Presentation(io.BytesIO(bytes_of(results, region)))


def titles(made: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in made.slides]


def frames(made: Any) -> dict[str, Any]:
    """Each chart's frame by its name; the name comes back on the second slide of the domains."""
    found: dict[str, Any] = {}
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                found[shape.name + (" (suite)" if shape.name in found else "")] = shape
    return found


def points(frame: Any) -> list[tuple[str, list[tuple[float, float]]]]:
    """The dots of a scatter, series by series: (number, line from 1)."""
    return [
        (series.name, [(x, y - 0.5) for x, y in zip(_across(series), series.iter_values(), strict=True)])
        for series in frame.chart.plots[0].series
    ]


def bars(frame: Any) -> tuple[list[str], dict[str, list[float | None]]]:
    """The names and the numbers of a chart of bars."""
    plot = frame.chart.plots[0]
    return list(plot.categories), {series.name: list(series.values) for series in plot.series}


def sheet(frame: Any) -> list[list[Any]]:
    """The sheet behind a chart, formulas as they are written."""
    book = openpyxl.load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def tables(slide: Any) -> Iterator[list[list[str]]]:
    for shape in slide.shapes:
        if shape.has_table:
            yield [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]


def spoken(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def words(slide: Any) -> str:
    """All the words of a slide, tables included."""
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return "\n".join([*texts, *(text for table in tables(slide) for row in table for text in row)])


def _across(series: Any) -> list[float]:
    found = series._element.find(qn("c:xVal")).iter(qn("c:v"))
    return [float(value.text) for value in found]
