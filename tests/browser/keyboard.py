"""What the Tab key alone can reach on an open page."""

from playwright.sync_api import Page

# Of a group of buttons (radio buttons, a toolbar) Tab reaches one, arrows the others: one stands for all,
# as the ARIA practices ask. Streamlit's drawing frame shows its buttons to the mouse only.
_START = """() => {
    const seen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
        && element.getBoundingClientRect().width > 0;
    window.groupOf = element => element.closest("[role=radiogroup], [role=toolbar]") || element;
    window.toReach = new Set([...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex]")].filter(
        element => element.tabIndex >= 0 && !element.disabled && seen(element)
            && !element.closest("[data-testid=stElementToolbar]")).map(window.groupOf));
    document.activeElement.blur();
    return window.toReach.size;
}"""
_NOTE = """() => {
    window.toReach.delete(window.groupOf(document.activeElement));
    return window.toReach.size;
}"""
_LEFT = "() => [...window.toReach].map(element => element.outerHTML.slice(0, 200))"


def out_of_reach(page: Page) -> list[str]:
    """Press Tab through the page; returns what is visible, made to be used, and never reached."""
    count = page.evaluate(_START)
    # The buttons over a drawing are met on the way, though they show to the mouse only.
    for _ in range(count * 8):
        page.keyboard.press("Tab")
        if page.evaluate(_NOTE) == 0:
            break
    return [str(element) for element in page.evaluate(_LEFT)]
