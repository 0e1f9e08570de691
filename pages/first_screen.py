"""What is read before the page: the name of the site, the page and the region asked for, in the HTML itself.

Scripts take seconds to arrive on a slow network. Only words that stay true stand there. They go away, by
style alone, with the first thing that the page shows; a browser that cannot tell when that is, or that runs
no scripts, does not show them.
"""

from html import escape

from charts.palette import DARK, LIGHT
from pages.menu import ENTRIES, Entry

WAITING = "Chargement de la page…"
_ROOT = '<div id="root"></div>'
_SOMETHING = '[data-testid="stElementContainer"], [role="dialog"]'
_STYLE = f"""<style>
      #arrivee {{ display: none; position: fixed; inset: 0; z-index: 1; padding: 4.5rem max(1rem, 5vw);
        font: 1rem/1.6 system-ui, sans-serif; background: {LIGHT.background}; color: {LIGHT.ink} }}
      #arrivee p {{ margin: 0 }}
      #arrivee strong {{ font-size: 1.75rem; line-height: 1.3 }}
      @media (prefers-color-scheme: dark) {{
        #arrivee {{ background: {DARK.background}; color: {DARK.ink} }}
      }}
      @supports selector(:has(*)) {{
        body:not(:has({_SOMETHING})) #arrivee {{ display: block }}
      }}
    </style>
    <noscript><style>#arrivee {{ display: none !important }}</style></noscript>"""


def added(page: str, *, site: str, path: str, region: str) -> str:
    """Return the HTML page with these words in it; `region`: a name, `""` for none.

    Raises ValueError when the page has no place for them.
    """
    if page.count(_ROOT) != 1:
        raise ValueError(f"no {_ROOT} in the page")
    lines = (f"<p>{escape(site)}</p>", f"<p><strong>{escape(_title(path, region))}</strong></p>")
    words = f'<div id="arrivee" role="status">{"".join(lines)}<p>{WAITING}</p></div>'
    return page.replace(_ROOT, f"{_ROOT}\n    {_STYLE}\n    {words}")


def _title(path: str, region: str) -> str:
    entry = _entry(path)
    return f"{entry.title}\u00a0: {region}" if region and "region" in entry.uses else entry.title


def _entry(path: str) -> Entry:
    return next((entry for entry in ENTRIES if entry.address == path[1:]), ENTRIES[0])
