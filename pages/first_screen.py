"""What is read before the page: the name of the site, the page and the region asked for, in the HTML itself.

The title of the tab and the description too: a link that is sent shows them, and a browser its bookmarks.

Scripts take seconds to arrive on a slow network. Only words that stay true stand there. They go away, by
style alone, with the first thing that the page shows; a browser that cannot tell when that is, or that runs
no scripts, does not show them.
"""

from html import escape

from charts.palette import DARK, LIGHT
from pages.menu import ENTRIES, Entry

# Where no data can be served.
_ABOUT = (
    "Fragilités des régions de France, mesurées par des indicateurs et ressenties par les citoyens, les "
    "entreprises, les associations et les maires."
)
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


def added(page: str, *, site: str, path: str, region: str, image: str = "", about: str = "") -> str:
    """Return the HTML page with these words in it; `region`: a name, `""` for none.

    `image`: the absolute address of what a shared link shows, `""` for none; `about`: what the data hold, in
    a sentence, `""` where none can be served.

    Raises ValueError when the page has no place for them.
    """
    if page.count(_ROOT) != 1:
        raise ValueError(f"no {_ROOT} in the page")
    head = _described(site, path, region, about or _ABOUT) + _shown(image, path, region)
    page = page.replace("</head>", f"{head}\n  </head>", 1)
    page = page.replace(
        f"<title>{site}</title>", f"<title>{escape(_entry(path).tab(site, _part(path, region)))}</title>"
    )
    lines = (f"<p>{escape(site)}</p>", f"<p><strong>{escape(_title(path, region))}</strong></p>")
    words = f'<div id="arrivee" role="status">{"".join(lines)}<p>{WAITING}</p></div>'
    return page.replace(_ROOT, f"{_ROOT}\n    {_STYLE}\n    {words}")


def _described(site: str, path: str, region: str, about: str) -> str:
    """Say in the head what the page is, for whoever shows a link to it."""
    said = escape(f"{_title(path, region)}. {about}")
    return (
        f'<meta name="description" content="{said}" />\n'
        f'    <meta property="og:title" content="{escape(_title(path, region))}" />\n'
        f'    <meta property="og:description" content="{escape(about)}" />\n'
        f'    <meta property="og:site_name" content="{escape(site)}" />\n'
        '    <meta property="og:type" content="website" />\n'
        '    <meta property="og:locale" content="fr_FR" />'
    )


def _shown(image: str, path: str, region: str) -> str:
    """Name the image that a link shows, which nobody fetches to read the page."""
    if not image:
        return ""
    names = {
        "og:image": image,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"{_title(path, region)}, sur la carte des régions de France",
        "twitter:card": "summary_large_image",
    }
    return "".join(
        f'\n    <meta {"name" if name == "twitter:card" else "property"}="{name}" content="{escape(said)}" />'
        for name, said in names.items()
    )


def _title(path: str, region: str) -> str:
    part = _part(path, region)
    return f"{_entry(path).title}\u00a0: {part}" if part else _entry(path).title


def _part(path: str, region: str) -> str:
    """Return the region, on a page that obeys it."""
    return region if "region" in _entry(path).uses else ""


def _entry(path: str) -> Entry:
    return next((entry for entry in ENTRIES if entry.address == path[1:]), ENTRIES[0])
