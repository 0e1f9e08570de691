"""What is a region’s own in the gaps of the page, and what the regions share: made when it is opened."""

from dataclasses import dataclass

from pages.explored import Explored, explored
from pages.facade import choices, gaps
from pages.facade.edition import Edition, per_edition
from pages.facade.gaps import Survey
from readings.gaps import centred_notes


@dataclass(frozen=True)
class Own:
    """How the gaps are cut in two, in sentences, and one row a gap."""

    sentences: tuple[str, ...]
    table: Explored


def title(survey: Survey, region: str) -> str:
    """Name the fold; `""` where no gap is cut in two. `region`: a code, or `""`."""
    cut = any(cell.own and region in ("", cell.region_code) for cell in gaps.every_cell(survey))
    return centred_notes.title(region) if cut else ""


@per_edition(max_entries=64)
def own_of(_edition: Edition, survey: Survey, region: str) -> Own:
    """Return the gaps of a region, or of all, each cut in two."""
    every, known = gaps.every_cell(survey), gaps.vocabulary()
    rows = centred_notes.table(every, region, known)
    return Own(
        tuple(centred_notes.told(every, region, known)),
        explored(
            rows,
            filters=("Domaine", *[centred_notes.REGION] * (not region)),
            chosen=choices.region_name(region),
        ),
    )
