"""What a page says to eyes and to ears: words, names, descriptions, those of our own components included."""

import re

from playwright.sync_api import Page

# Words that no French sentence holds, and those of Streamlit's own that French shares in other phrases.
_ENGLISH = re.compile(
    r"\b(the|of|and|to|for|is|are|with|this|that|not|no|more|less|open|close|select|selected|available|press|"
    r"enter|click|copy|search|clear|show|hide|value|values|chart|axis|legend|title|file|files|drag|drop|remove|"
    r"delete|add|loading|running|expand|collapse|sidebar|main|content|skip|link|heading|list|map|tooltip|toggle|"
    r"increase|decrease|scroll|tabs|previous|next|view|settings|error|shortcut|choose|dismiss|your|you|please|"
    r"try|again|help|fullscreen|cancel|reload|connection|lost|network|server|unknown|failed|visualization|"
    r"container|mark|rerun|stop|deploy|data|from|by|download|upload|icon|made)\b",
    re.IGNORECASE,
)
# Names of icons are drawn as icons; formulas are written in LaTeX beside what is read.
_SAID = """() => {
    const unread = "script, style, noscript, annotation, [data-testid=stIconMaterial]";
    const names = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt",
        "placeholder"];
    const said = new Set([document.title]);
    const hear = root => {
        for (const element of root.querySelectorAll("*")) {
            names.forEach(name => said.add(element.getAttribute(name)));
            if (element.shadowRoot) hear(element.shadowRoot);
            if (element.matches(unread)) continue;
            const words = [...element.childNodes].filter(part => part.nodeType === Node.TEXT_NODE);
            words.forEach(part => said.add(part.textContent));
        }
    };
    hear(document);
    return [...said].filter(words => words?.trim());
}"""

# A name is heard before anything else of what it names; the numbers of a drawing are its own, once.
_LONG = 250
_NAMES = (
    "() => [...document.querySelectorAll('[aria-label]')].map(part => [part.dataset.testid, part.ariaLabel])"
)


def english(page: Page) -> list[str]:
    """Return what is said in English on an open page, hidden parts included."""
    return [str(words) for words in page.evaluate(_SAID) if _ENGLISH.search(words)]


def too_long(page: Page) -> list[str]:
    """Return the long names of what is no drawing, and those that are heard twice."""
    names = [(part, name) for part, name in page.evaluate(_NAMES) if len(name) > _LONG]
    every = [name for _, name in names]
    return [name for part, name in names if part != "stVegaLiteChart" or every.count(name) > 1]
