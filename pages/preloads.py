"""What a browser fetches while Streamlit starts, and in what order: the scripts of what every page draws.

Streamlit asks for them once it has heard what a page holds, then for what they import, one round trip after
the other. Found by their imports: what an upgrade has moved is logged, and is asked for as late as before.
They are fetched after Streamlit's own and not prepared, so that the title does not wait for them. The font of
the text is asked for when the first word is drawn, which the letters of the browser's system stand in for:
fetched ahead, even last of all, it comes among Streamlit's scripts and costs them the network for nearly a
second of a phone.
"""

import logging
import re
from collections.abc import Iterator
from functools import cache

from pages.framework_files import files

logger = logging.getLogger("observatoire")

_FOLDER = "/static/js/"
# A figure, a choice, what reports the size of the window, a button, what waits: the start of each name.
_DRAWN = ("ArrowVegaLiteChart", "Selectbox", "BidiComponent", "Button", "Spinner")
_FONT = re.compile(r'<link\b[^>]*\bas="font"[^>]*>\s*')
_IMPORTED = re.compile(r'\b(?:from|import)\s*"\./([\w.-]+\.js)"')


def added(page: str) -> str:
    """Return the page without its font, with these scripts at the end of its head but for those it names."""
    page, fonts = _FONT.subn("", page)
    if fonts != 1:
        logger.error("%d fonts fetched by the page, not one", fonts)
    lines = (
        f'  <link rel="preload" as="script" fetchpriority="low" crossorigin href=".{address}">\n  '
        for address in scripts()
        if address not in page
    )
    return page.replace("</head>", f"{''.join(lines)}</head>", 1)


@cache
def scripts() -> tuple[str, ...]:
    """Return the addresses of these scripts, each once."""
    return tuple(dict.fromkeys(address for start in _DRAWN for address in _with_imports(start)))


def _with_imports(start: str) -> Iterator[str]:
    """Yield the address of the script whose name starts so, then of each that it needs to run, once."""
    known = files()
    waiting = [address for address in known if address.startswith(f"{_FOLDER}{start}.")]
    if len(waiting) != 1:
        logger.error("%d scripts %s: not fetched ahead", len(waiting), start)
        return
    seen = set[str]()
    while waiting:
        address = waiting.pop(0)
        if address in known and address not in seen:
            seen.add(address)
            yield address
            imported = _IMPORTED.findall(known[address].read_text(encoding="utf-8"))
            waiting += [f"{_FOLDER}{name}" for name in imported]
