"""What every page says around its figures: reading notes, why something is empty, where it comes from."""

from collections.abc import Callable, Container, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Literal
from zlib import crc32

import pyarrow as pa
import streamlit as st

from charts.drawing import Drawing
from charts.look import Look
from indicators.method import Method
from pages import explorer, screen, selectors, taken
from pages.explored import Explored
from pages.facade import choices, current, methods, overview
from pages.facade.off_screen import convention
from pages.folds import fold
from pages.menu import DATA_PAGE
from pages.tables import plain
from pages.taken import Taken
from readings.overview.views import OverviewMeta, View
from wording import mentions
from wording.lists import join, joined

# The title of the fold that holds the numbers of a figure, under it.
NUMBERS = "Les nombres de ce graphique"
# What a table is called under a figure whose alternative says its numbers.
SAME_NUMBERS = "Tableau des nombres de la figure."


def look() -> Look:
    """Return how figures are drawn in this run: chosen region, size of the window, colours of the theme."""
    return Look(region=selectors.chosen("region"), size=screen.known_size(), page=screen.colours())


def method() -> Method:
    """Return the method chosen in this run."""
    return methods.named(selectors.codes(methods.NAMES))


def changed_method(hint: str = "") -> None:
    """Say in words that the method is not the reference; nothing when it is."""
    if method() != methods.REFERENCE:
        said = [f"{methods.described(method())}."] + [hint] * bool(hint)
        sentences(said, lead="Méthode de calcul modifiée.")


def waiting(text: str) -> AbstractContextManager[None]:
    """Say what is being computed for a method that the edition does not keep; a spinner starts a thread."""
    return nullcontext() if methods.kept(method()) else st.spinner(text)


def sentences(texts: Iterable[str], *, lead: str = "") -> None:
    """Write sentences as one paragraph, after what it is about in bold."""
    words = [f"**{plain(lead)}**"] * bool(lead) + [plain(text) for text in texts]
    if words:
        st.markdown(" ".join(words), anchors=False)


def points(texts: Iterable[str]) -> None:
    """Write sentences as a list, one a line."""
    if told := _listed(texts):
        st.markdown(told, anchors=False)


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(f"- {plain(text)}" for text in texts)


def headed(heading: str, texts: Iterable[str], note: str) -> None:
    """Write a heading, a list under it and a note after it, in one message: each costs at every rerun."""
    told = [f"## {plain(heading)}", _listed(texts), plain(note)]
    st.markdown("\n\n".join(filter(None, told)), anchors=False)


def lines(texts: Iterable[tuple[str, str]]) -> None:
    """Write sentences a line each, after what each is about in bold."""
    told = [f"**{plain(lead)}** {plain(text)}" for lead, text in texts]
    if told:
        st.markdown("\\\n".join(told), anchors=False)


def figure(
    drawing: Drawing,
    take: Taken | None = None,
    *,
    key: str | None = None,
    on_select: Callable[[], None] | Literal["ignore"] = "ignore",
) -> None:
    """Draw a figure; `take`: what the menu under it gives away (None: its legend, which goes with it).

    `on_select`: what answers to a click, which the session keeps under `key`.
    """
    # Too wide until it is drawn again for a smaller window, a drawing scrolls by itself and not the page.
    with st.container(horizontal=True, wrap=False):
        st.vega_lite_chart(drawing.sent, alt=drawing.alternative, key=key, on_select=on_select)
    if take:
        taken.menu(take)


def part(
    heading: str, *, folded: bool, about: str = "", opened: bool = False
) -> AbstractContextManager[object] | None:
    """Draw a heading, folded or not; return where what it is about is drawn, None while it is closed.

    What is closed is neither made nor sent; no page is longer than four screens. Nothing that folds stands
    in what is folded. `about`: what tells it from another part of the page under the same heading; `opened`:
    whether it is open at first.
    """
    if not folded:
        st.header(heading, anchor=False)
        return nullcontext()
    key = f"pli_{crc32(f'{heading}|{about}'.encode()):08x}"
    return fold(plain(heading), key, opened=opened)


def table(
    rows: pa.Table | Explored | Callable[[], pa.Table | Explored], alternative: str, *, folded: str = ""
) -> None:
    """Write a table of words (`pages.tables`), or one to explore; `folded`: a heading that opens it.

    `rows` may be what makes the table, which is then made when it is open.
    """
    place = part(folded, folded=True, about=alternative) if folded else nullcontext()
    if place:
        with place:
            told = rows() if callable(rows) else rows
            if isinstance(told, Explored):
                told = explorer.lines(told, alternative, narrow=look().narrow)
            if told is not None:
                st.table(told, hide_index=True, border="horizontal", alt=alternative)


def link(script: str, label: str, **codes: str) -> None:
    """Draw a link to another page that keeps every choice of the address, but for these codes."""
    st.page_link(script, label=label, query_params=selectors.in_address() | codes)


def empty(why: str, what_can_be_done: str) -> None:
    """Say why there is nothing to show here, and what the reader can do."""
    st.info(f"{plain(why)} {plain(what_can_be_done)}")


def subject(meta: OverviewMeta) -> str:
    """Say what the figure draws, in the words of whoever published it."""
    who = ", ".join(word for word in (meta.actor_label, meta.wave) if word)
    match meta.view:
        case View.OBJECTIVE:
            return f"{meta.indicator_described}."
        case View.RANK:
            return f"Rang du domaine parmi les {meta.ranked_domains} fragilités mesurées de chaque région."
        case View.PERCEIVED:
            return f"{meta.measure_label or 'Ressenti'} ({who})."
    return (
        f"Écart calculé = rang mesuré du domaine dans la région ({meta.measured_when}, comparé aux autres "
        f"domaines, {meta.measured_span}) − rang ressenti ({who})."
    )


def nothing_published(view: str, actor: str) -> None:
    """Say what the reader can do when nothing is published by region for this choice."""
    other = f"choisir «\u00a0{choices.VIEWS[View.OBJECTIVE]}\u00a0» dans «\u00a0Afficher\u00a0»"
    if view in {View.OBJECTIVE, View.RANK}:
        st.info(f"La page «\u00a0{DATA_PAGE}\u00a0» dit ce qui manque et pourquoi.")
        return
    domains = overview.published_by_region(actor)
    if domains:
        first = f"Des chiffres par région existent pour cet acteur dans\u202f: {join(domains)}."
    else:
        first = (
            "Aucun chiffre de fragilité ressentie n’est publié par région pour cet acteur, dans aucun "
            "domaine."
        )
    st.info(
        f"Rien n’est estimé à la place de ce qui n’est pas publié. {first} "
        f"Vous pouvez aussi choisir un autre acteur, ou {other}."
    )


def sources(meta: OverviewMeta, *, felt: tuple[str, ...] = ()) -> None:
    """Write where the figures, what is `felt` beside them and the outlines come from, then the edition."""
    beside = joined(felt)
    where = joined(filter(None, [origin(meta), beside and f"ressenti, {beside}"]))
    # What is said of the domain itself stands over its figure, when that is measured.
    said = set() if meta.view is View.PERCEIVED else {meta.domain_code}
    source(where, outlines=True, measured=set(choices.parameters()["domaine"].options) - said)


def origin(meta: OverviewMeta) -> str:
    """Return where the figures come from, `""` when nothing is published; without final point."""
    when = ", ".join(word for word in (meta.indicator_name, meta.year, meta.wave) if word)
    where = "les indicateurs des 16 domaines" if meta.view is View.RANK else joined(meta.sources)
    if not where and meta.published_count:
        where = "non publiée"
    if meta.view is View.GAP and where:
        measured = joined(meta.measured_sources) or "les indicateurs du domaine"
        return f"ressenti, {where} ({when})\u202f; mesuré, {measured} ({meta.measured_when})"
    return f"{where}{f' ({when})' if when else ''}" if where else ""


def mapped(where: str) -> str:
    """Return the source of a map: its figures, then its outlines; without final point."""
    return f"{where}. {mentions.OUTLINES}"


def source(where: str, *, outlines: bool = False, measured: Container[str] | None = None) -> None:
    """Write where the figures come from (a text without final point), then the edition.

    `measured`: the domains whose measure the page shows, for those measured by convention; None: all of them.
    """
    said = convention(measured)
    parts = [said] * bool(said) + [f"Source\u202f: {where}."] * bool(where)
    parts += [f"{mentions.OUTLINES}."] * outlines + [mentions.PROGRAMMES] * bool(where)
    _small(*[plain(" ".join(parts))] * bool(parts), _edition())


def edition() -> None:
    """Write which edition of the data is shown, and the mention the study requires."""
    _small(_edition())


def _edition() -> str:
    shown = current.identity()
    mention = mentions.mention(fictional=shown.fictional, private=shown.private)
    return f"{plain(mentions.edition(shown.file_name, shown.sha256))}. {plain(mention)}"


def _small(*texts: str) -> None:
    """Write paragraphs small but in full contrast: Streamlit's captions are paler than WCAG allows."""
    st.markdown("\n\n".join(f":small[{text}]" for text in texts))
