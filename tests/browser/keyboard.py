"""What the Tab key alone can reach on an open page."""

from playwright.sync_api import Page

# Of a group of buttons (radio buttons, a toolbar) Tab reaches one, arrows the others: one stands for all,
# as the ARIA practices ask. Where Tab stops must be seen: `hidden` keeps where it is not.
_START = """() => {
    window.seen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
        && element.getBoundingClientRect().width > 0;
    window.groupOf = element => element.closest("[role=radiogroup], [role=toolbar]") || element;
    window.toReach = new Set([...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex]")].filter(
        element => element.tabIndex >= 0 && !element.disabled && window.seen(element)).map(window.groupOf));
    window.hidden = new Set();
    document.activeElement.blur();
    return window.toReach.size;
}"""
_NOTE = """() => {
    if (!window.seen(document.activeElement)) window.hidden.add(document.activeElement);
    window.toReach.delete(window.groupOf(document.activeElement));
    return window.toReach.size;
}"""
_LEFT = "() => [...window.toReach, ...window.hidden].map(element => element.outerHTML.slice(0, 200))"


def out_of_reach(page: Page) -> list[str]:
    """Press Tab through the page; returns what is seen and never reached, or reached and never seen."""
    count = page.evaluate(_START)
    for _ in range(count * 8):
        page.keyboard.press("Tab")
        if page.evaluate(_NOTE) == 0:
            break
    return [str(element) for element in page.evaluate(_LEFT)]
