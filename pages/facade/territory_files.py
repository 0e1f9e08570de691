"""The files of one region: report, slides, fiche-débat; made when they are asked for."""

from functools import partial

from exports.commands import DOCUMENTS, named
from indicators.method import Method
from pages.facade import choices, current
from pages.facade.edition import results
from pages.facade.taken import Offer


def offers(region: str, method: Method, link: str) -> list[Offer]:
    """Return what can be taken of a region; `make` holds the edition of this run, whatever comes after.

    `link`: absolute address of this view.
    """
    name, fictional = choices.label("region", region), current.identity().fictional
    return [
        Offer(
            label=one.said,
            file_name=named(one, name, fictional=fictional),
            mime=one.mime,
            make=partial(one.make, results(), region, link, method),
        )
        for one in DOCUMENTS
    ]
