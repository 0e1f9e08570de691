"""What a reader takes away from a figure: picture, numbers, address, from one small menu under it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit
from zlib import crc32

import pandas as pd
import streamlit as st

from charts.look import Look
from charts.palette import LIGHT
from pages import basket, screen, selectors
from pages.clipboard import copy_image, copy_link
from pages.facade import taken as files
from pages.full_screen import full_screen
from wording.typography import uncapital

LABEL = "Emporter"
# Half of a picture in pixels: the map beside its bars (see `charts.look`).
_STILL = (560, 475)
_PUBLIC = "Ce lien ouvre la même vue sur les données publiques\u202f: votre classeur reste à vous seul."


@dataclass(frozen=True)
class Taken:
    """What a figure becomes outside the page: nothing in it is computed before it is asked for.

    `title`: the finding. `subtitle`: what is drawn. `source`: a text without final point. `numbers`: the rows
    of `exports.numbers`. `drawing`: makes the Vega-Lite specification for a look, its legend included. Both
    are called after the run, in another thread: they find the edition of the run, and no choice.
    """

    title: str
    subtitle: str
    source: str
    numbers: Callable[[], pd.DataFrame]
    drawing: Callable[[Look], dict[str, Any]]

    @property
    def key(self) -> str:
        """Return what tells its menu from the others of the page; another view has another menu, closed."""
        return f"emporter_{crc32(f'{self.title}|{self.subtitle}'.encode()):08x}"


def named(subject: str, finding: str) -> str:
    """Say what a finding is about, for who reads it away from its page: « Bretagne, fragilités… »."""
    return f"{subject}, {uncapital(finding)}"


def menu(taken: Taken) -> None:
    """Draw the menu of a figure; closed, it is one button and nothing is made."""
    opened = st.popover(LABEL, on_change="rerun", key=taken.key, icon=":material/download:")
    if opened.open:
        with opened:
            _offers(taken)


def button(offer: files.Offer, key: str, *, icon: str | None = None, wide: bool = False) -> None:
    """Draw the button of a file, which is made on the click; `wide`: as wide as what holds it."""
    st.download_button(
        offer.label,
        data=offer.make,
        file_name=offer.file_name,
        mime=offer.mime,
        key=key,
        on_click="ignore",
        icon=icon,
        width="stretch" if wide else "content",
    )


def view_address() -> str:
    """Return the absolute address that opens this very view again."""
    asked = urlencode(selectors.in_address(), safe=",:")
    parts = urlsplit(st.context.url or files.public_address())
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", asked, ""))


def link(key: str) -> None:
    """Draw the address of this view, which opens the public data, and the button that copies it."""
    if files.private():
        st.markdown(_PUBLIC)
    copy_link(view_address(), key=f"{key}_lien")


def image(taken: Taken, label: str) -> None:
    """Draw the picture of a figure elsewhere than in its menu: the file, under a label, and its copy."""
    picture, *_ = _files(taken)
    button(replace(picture, label=label), f"{taken.key}_png", wide=True)
    copy_image(picture.make, key=f"{taken.key}_image")


def _files(taken: Taken) -> list[files.Offer]:
    # The address opens the public data: a picture of a visitor's own would send its readers to other figures.
    link = "" if files.private() else view_address()
    about = files.about(taken.title, taken.subtitle, taken.source, link)
    return files.offers(about, taken.numbers, partial(taken.drawing, _light()))


def _light() -> Look:
    """Return how a picture to take away is drawn, whatever the screen: light, as wide as a slide."""
    return Look(selectors.chosen("region"), _STILL, LIGHT)


def _offers(taken: Taken) -> None:
    about = files.about(taken.title, taken.subtitle, taken.source, "")
    look = replace(_light(), page=screen.colours())
    made = _files(taken)
    with st.container(horizontal=True):
        full_screen(
            partial(files.on_screen, about, taken.numbers, taken.drawing, look), key=f"{taken.key}_ecran"
        )
        for offer in made:
            button(offer, f"{taken.key}_{offer.mime}")
        copy_image(made[0].make, key=f"{taken.key}_image")
        seen = (look.region, files.edition_of_run())
        basket.offer(taken.key, basket.Kept(about, taken.numbers, taken.drawing, *seen))
    link(taken.key)
