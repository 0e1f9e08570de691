"""What debate rooms said, where what is felt is listed: under their own names, never among the surveys."""

from pages import frame
from pages.facade import rooms


def draw(region: str = "", domain: str = "") -> None:
    """Draw what rooms said of a region or of a domain; nothing where no room was read back."""
    told = rooms.said(region, domain)
    if told is not None and (place := frame.part(rooms.TITLE, folded=True)):
        with place:
            frame.sentences(rooms.SENTENCES)
            frame.table(told, f"{rooms.TITLE}.")
