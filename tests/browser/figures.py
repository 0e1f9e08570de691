"""What the figures of an open page say under the pointer, and whether their words can all be read."""

from contextlib import suppress

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLongError

# What stands before the words of a tooltip: never the name of a field.
TITLES = {
    "Chiffre",
    "Département",
    "Détail",
    "Domaine",
    "Écart",
    "Place",
    "Rang",
    "Région",
    "Ressenti",
}
# Marks of one kind have the same channels: the first and the last of each group stand for all.
_HOVERED = """() => {
    const heard = new Set();
    for (const group of document.querySelectorAll("svg.marks g[class^=mark-]")) {
        const marks = [...group.children].filter(mark => mark.__data__ && mark.tagName !== "g");
        for (const mark of new Set([marks[0], marks.at(-1)])) {
            mark?.dispatchEvent(new PointerEvent("pointermove", {bubbles: true}));
            const said = document.querySelector("#vg-tooltip-element.visible");
            if (said) heard.add([...said.querySelectorAll("td")].map(cell => cell.innerText).join("|")
                || said.innerText);
            mark?.dispatchEvent(new PointerEvent("pointerout", {bubbles: true}));
        }
    }
    return [...heard];
}"""
# The letters take some two thirds of the box of a text; upright words
# (phones) are measured across, those that lean have boxes that cross where they do not. A halo is the same
# word twice.
_ILLEGIBLE = """() => {
    const faults = [];
    for (const figure of document.querySelectorAll("svg.marks")) {
        const words = [...figure.querySelectorAll("text")].filter(text => text.textContent.trim());
        const boxes = [];
        for (const text of words) {
            const said = [...text.querySelectorAll("tspan")].map(line => line.textContent).join(" ")
                || text.textContent;
            if (!text.checkVisibility({opacityProperty: true}) || said.endsWith("…")) {
                faults.push("hidden: " + said);
            }
            const turned = (text.getAttribute("transform") || "").match(/rotate\\(([-.0-9]+)\\)/);
            if (turned && Number(turned[1]) % 90) continue;
            const spans = [...text.querySelectorAll("tspan")];
            for (const line of spans.length ? spans : [text]) {
                const box = line.getBoundingClientRect();
                if (!line.textContent.trim() || !box.width) continue;
                const across = turned ? box.width / 6 : 0, down = turned ? 0 : box.height / 6;
                boxes.push([said, box.left + across, box.right - across, box.top + down, box.bottom - down]);
            }
        }
        boxes.forEach(([said, left, right, top, bottom], place) => {
            for (const [other, itsLeft, itsRight, itsTop, itsBottom] of boxes.slice(place + 1)) {
                const free = Math.max(left, itsLeft) >= Math.min(right, itsRight) + 2
                    || Math.max(top, itsTop) >= Math.min(bottom, itsBottom);
                if (!free && said !== other) faults.push("touch: " + said + " / " + other);
            }
        });
    }
    return faults;
}"""
_TABS = "() => document.querySelectorAll('[role=tab][aria-selected=false]').forEach(tab => tab.click())"
# A fold is clicked once what was opened before it is there: a run that ends in between would close it again.
_UNFOLDED = """() => {
    const folds = [...document.querySelectorAll("details")];
    const filled = fold => fold.querySelector("[data-testid=stElementContainer]");
    if (folds.some(fold => fold.open && !filled(fold))) return false;
    const closed = folds.find(fold => !fold.open);
    if (closed) closed.querySelector("summary").click();
    return !closed;
}"""


def told(page: Page) -> list[str]:
    """Point at every kind of mark, word and legend; returns what is said, « Région|Bretagne : 7,2 % »."""
    return [str(said) for said in page.evaluate(_HOVERED)]


def raw(page: Page) -> list[str]:
    """Return what is said under the pointer that is not a sentence of ours after a title of ours."""
    cells = [said.split("|") for said in told(page)]
    return [
        "|".join(cell)
        for cell in cells
        if len(cell) > 2
        or (len(cell) == 2 and cell[0].rstrip("\u202f\u00a0 :") not in TITLES)
        or not ("\u202f:" in cell[-1] or cell[-1][:1].isupper())
    ]


def illegible(page: Page) -> list[str]:
    """Return the words of the figures that stay hidden, cut, or touched by others once they are redrawn."""
    with suppress(TooLongError):
        page.wait_for_function(f"() => !({_ILLEGIBLE})().length", timeout=8_000, polling=250)
    return [str(fault) for fault in page.evaluate(_ILLEGIBLE)]


def unfold(page: Page) -> None:
    """Open whatever folds on a page, one after another, and wait until it is there."""
    page.evaluate(_TABS)
    page.wait_for_function(_UNFOLDED, timeout=30_000, polling=50)
