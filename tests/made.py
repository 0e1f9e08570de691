"""Small editions made by hand, for tests that need figures of their own rather than the published ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from loaders.edition import LoadedEdition
from loaders.file.number_format import decimals
from loaders.records import (
    Actor,
    Axis,
    Domain,
    Indicator,
    IndicatorValue,
    Measure,
    RawCell,
    Region,
    Status,
    SurveyFigure,
)

FRANCE = "FR"


def region(code: str, position: int) -> Region:
    return Region(
        code, f"Région {code}", f"en {code}", f"de {code}", f"la {code}", code, "singular", "f", position
    )


def indicator(code: str, domain: str | None, row: int, **changes: object) -> Indicator:
    made = Indicator(
        indicator_code=code,
        published_code=code,
        label=f"Indicateur {code}",
        criterion=code,
        axis_label="AXE 3",
        dimension="",
        domain_code=domain,
        direction=1,
        unit="%",
        weight=Decimal(1),
        standard_error=None,
        year="2019",
        source="INSEE",
        status_phare="OUI",
        sheet="Données territoriales",
        row_number=row,
        decimals=1,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def value(code: str, region_code: str, number: object, row: int, column: int) -> IndicatorValue:
    """One cell; `number` None is a missing cell, a pair is a range."""
    amount = Decimal(str(number)) if number is not None and not isinstance(number, tuple) else None
    low, high = (Decimal(str(bound)) for bound in number) if isinstance(number, tuple) else (None, None)
    status: Status = "range" if isinstance(number, tuple) else "missing" if number is None else "value"
    cell = f"{chr(ord('A') + column)}{row}"
    raw = "" if number is None else str(number)
    # Regions show one decimal; France, like a source that prints it apart, all that it has.
    digits = max(1, decimals(amount)) if amount is not None and region_code == FRANCE else 1
    sheet = "Données territoriales"
    return IndicatorValue(code, region_code, amount, low, high, status, digits, raw, sheet, cell)


def figure(number: int, region_codes: Sequence[str], domain: str | None, **changes: object) -> SurveyFigure:
    """A published rank 1 of the citizens, unless told otherwise; `number` is its row in the sheet."""
    made = SurveyFigure(
        figure_id=f"Perceptions!{number}",
        programme="PHARE",
        survey="PHARE-Citoyens",
        wave="PHARE 2015",
        survey_date="2015-09",
        actor_code="citoyens",
        region_codes=tuple(region_codes),
        perimeter="",
        domain_code=domain,
        measure="part_priorite_pct",
        detail="",
        value=None,
        low=None,
        high=None,
        status="missing",
        decimals=0,
        rank_low=1,
        rank_high=1,
        raw_value="",
        raw_rank="1",
        unit="%",
        sample_size=None,
        standard_deviation=None,
        base="",
        subpopulation="",
        source="Source",
        reliability="publie",
        remark="",
        sheet="Perceptions",
        row_number=number,
        cell=f"J{number}",
        rank_cell=f"K{number}",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def note(
    number: int, region_codes: Sequence[str], domain: str, amount: float, **changes: object
) -> SurveyFigure:
    """A note out of 10, without a published rank."""
    return figure(
        number,
        region_codes,
        domain,
        **{
            "measure": "note_fragilite_sur_10",
            "value": Decimal(str(amount)),
            "status": "value",
            "rank_low": None,
            "rank_high": None,
            "raw_rank": "",
            "unit": "note moyenne sur 10",
            **changes,
        },
    )


MEASURES = (
    Measure(
        "note_fragilite_sur_10", "Note", "Perceptions", "fragility", Decimal(0), Decimal(10), "note sur 10"
    ),
    Measure("part_priorite_pct", "Part", "Perceptions", "fragility", Decimal(0), Decimal(100), "%"),
    Measure("autre", "Autre", "Perceptions", "other", None, None, ""),
)
ACTORS = (
    Actor("citoyens", "Citoyens", "les citoyens", 1),
    Actor("entreprises", "Entreprises", "les entreprises", 2),
    Actor("associations", "Associations", "les associations", 3),
    Actor("maires", "Maires", "les maires", 4),
)


def edition(
    columns: Mapping[str, Mapping[str, object]],
    indicators: Sequence[Indicator],
    perceptions: Sequence[SurveyFigure] = (),
    sha256: str = "0" * 64,
) -> LoadedEdition:
    """An edition with `columns[indicator_code][region_code] = number`; its regions are the codes met."""
    codes = list(dict.fromkeys(code for column in columns.values() for code in column if code != FRANCE))
    domains = list(dict.fromkeys(item.domain_code for item in indicators if item.domain_code))
    place = {code: number for number, code in enumerate([FRANCE, *codes], start=9)}
    rows = {item.indicator_code: item.row_number for item in indicators}
    return LoadedEdition(
        sha256=sha256,
        reference_sha256="1" * 64,
        file_name="essai.xlsx",
        fictional=False,
        raw_cells=(RawCell("Données territoriales", "A1", 1, 1, "titre", "titre", "General", "", False, ""),),
        regions=tuple(region(code, position) for position, code in enumerate(codes, start=1)),
        axes=(Axis("axe", "Axe", 1),),
        domains=tuple(
            Domain(code, code.title(), code.title(), "axe", rank) for rank, code in enumerate(domains, 1)
        ),
        actors=ACTORS,
        measures=MEASURES,
        indicators=tuple(indicators),
        values=tuple(
            value(code, region_code, number, rows[code], place[region_code])
            for code, column in columns.items()
            for region_code, number in column.items()
        ),
        perceptions=tuple(perceptions),
        alliances=(),
        initiatives=(),
        sources=(),
        corrections=(),
        findings=(),
    )
