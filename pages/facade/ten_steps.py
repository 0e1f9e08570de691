"""The method as a paper, a step at a time, ready to be sent; and how what is shown is cited."""

from collections.abc import Mapping
from dataclasses import dataclass

from exports import citation
from exports.stamp import file_name
from indicators.ten_steps.choices import choices, effects
from indicators.ten_steps.step import Step
from pages.explored import Explored, explored
from pages.facade import current
from pages.facade.edition import Edition, per_edition
from pages.facade.taken import Offer, held
from pages.parameters import Parameter
from readings.settings.alternatives import summary
from readings.settings.tables import alternatives_table
from readings.ten_steps.references import references
from readings.ten_steps.text import headings
from readings.ten_steps.told import told

FIRST, *_OTHERS = Step
# The first step is the code `""`, which the address leaves out.
CODES: Mapping[str, Step] = {"": FIRST} | {str(step): step for step in _OTHERS}
PARAMETER = Parameter(
    "etape",
    "Étape",
    {code: f"{place}. {headings()[step]}" for place, (code, step) in enumerate(CODES.items(), start=1)},
    "",
)


@dataclass(frozen=True)
class Other:
    """A choice that is offered instead of ours: the name and the code of the address, its words."""

    name: str
    code: str
    words: str


@dataclass(frozen=True)
class Shown:
    """One step. `before`, `after`: codes of the steps around it, None at an end; `others`: in the address.

    `table`: what each of the others moves, with its finding; None where the step has no other choice.
    """

    step: Step
    title: str
    choice: str
    reason: str
    effects: tuple[str, ...]
    others: tuple[Other, ...]
    finding: str
    table: Explored | None
    part: str
    cited: tuple[str, ...]
    references: str
    before: str | None
    after: str | None


@per_edition(max_entries=16)
def shown(edition: Edition, code: str) -> Shown:
    """Return the step of a code of the address."""
    step, order = CODES[code], list(CODES)
    said, place = told(edition.results, step), order.index(code)
    moved, regions = effects(edition.results, step), edition.results.vocabulary().regions
    told_by = moved.rename(columns={"words": "choice"})
    return Shown(
        step=step,
        title=f"Étape {place + 1}. {said.title}",
        choice=said.text.choice,
        reason=said.text.reason,
        effects=said.effects,
        others=tuple(
            Other(one.name, one.code, one.words) for one in choices(edition.store) if one.step == step
        ),
        finding=summary(moved) if len(moved) else "",
        table=explored(alternatives_table(told_by, regions)) if len(moved) else None,
        part=said.text.part,
        cited=tuple(references()[key].short for key in said.text.cited),
        references="\n".join(references()[key].apa for key in said.text.cited),
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


def cited() -> tuple[str, str]:
    """Return how the edition of this run is cited: APA, then BibTeX."""
    about = current.identity()
    return citation.apa(about), citation.bibtex(about)


def library() -> Offer:
    """Return the BibTeX file of the edition and of what its method cites."""
    about = current.identity()
    named = file_name("references", "bib", fictional=about.fictional)
    made = held(lambda: citation.library(about).encode("utf-8"))
    return Offer("Références (BibTeX)", named, "application/x-bibtex", made)
