"""The files of one region: report, slides, fiche-débat; made when they are asked for."""

from functools import partial

from exports.commands import DOCUMENTS, named
from pages.facade import choices, current, methods, results
from pages.facade.taken import Offer


def offers(region: str, method: str, link: str) -> list[Offer]:
    """Return what can be taken of a region; `make` holds the edition of this run, whatever comes after.

    `method`: key made by `facade.methods`; `link`: absolute address of this view.
    """
    name, fictional = choices.labels("region")[region], current.edition().fictional
    edition, chosen = results.of_edition(), methods.of(method)
    return [
        Offer(
            label=one.said,
            file_name=named(one, name, fictional=fictional),
            mime=one.mime,
            make=partial(one.make, edition, region, link, chosen),
        )
        for one in DOCUMENTS
    ]
