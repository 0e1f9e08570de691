"""One search box on every page, which `/` reaches: a region, a domain, an indicator, a word of the method.

The browser asks for the entries when the box is first used, filters them, and shows links. A link that is
followed here moves within the visit (`st.switch_page`); opened in another tab, it is an address like another.
"""

from typing import Any

import streamlit as st

from pages import selectors
from pages.facade import choices, search
from pages.menu import ENTRIES, path
from pages.parameters import write
from pages.searched import SCRIPT_ADDRESS
from pages.wrong_address import MARK

_HTML = """
<div role="search">
<input type="text" role="combobox" aria-label="Rechercher dans tout le tableau de bord"
  placeholder="Rechercher" aria-autocomplete="list" aria-expanded="false" aria-controls="trouves"
  autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go">
<p role="status"></p>
<div class="panel" hidden>
<p class="count" aria-hidden="true"></p>
<div role="listbox" id="trouves" aria-label="Résultats de la recherche"></div>
<label><input type="checkbox">La touche «\u00a0/\u00a0» mène à cette case</label>
</div>
</div>
"""
_LOOK = """
:host { display: block; }
[role=search] { position: relative; font-size: 1rem; }
input[role=combobox] { width: 100%; box-sizing: border-box; height: 2.75rem; padding: 0 .75rem; font: inherit;
  color: inherit; background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color);
  border-radius: .3rem; text-overflow: ellipsis; }
input::placeholder { color: inherit; opacity: .8; }
input:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
[role=status] { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden;
  clip-path: inset(50%); }
.panel { position: absolute; z-index: 1000; top: 100%; left: 0; box-sizing: border-box; margin-top: .3rem;
  width: max(100%, min(34rem, 100vw - 2rem)); max-height: min(32rem, 70vh); overflow-y: auto;
  background: var(--st-background-color); border: 1px solid var(--st-border-color); border-radius: .3rem; }
.panel[hidden], [role=listbox][hidden] { display: none; }
.count { margin: 0; padding: .5rem .75rem; }
a { display: block; padding: .6rem .75rem; min-height: 1.55rem; color: inherit; text-decoration: none;
  overflow-wrap: anywhere; }
a span { text-decoration: underline; }
a small { font-size: .875rem; }
a:hover { background: var(--st-secondary-background-color); }
a[aria-selected=true] { background: var(--st-secondary-background-color);
  outline: 3px solid var(--st-primary-color); outline-offset: -3px; }
@media print { :host { display: none; } }
label { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: 0 .75rem;
  border-top: 1px solid var(--st-border-color); font-size: .875rem; }
"""
# The script is long and never changes: the browser keeps it, and a rerun sends its address.
_START = f"""
export default async (given) =>
  (await import(new URL("{SCRIPT_ADDRESS}", location.href))).default(given);
"""
_OPENS = {path(entry): entry.script for entry in ENTRIES}


def box() -> None:
    """Draw the box; when something was chosen in it, go there with the other choices of the address."""
    told = {**search.sent(), "mark": MARK}
    answer = _component(key="recherche", data=told, on_chosen_change=_nothing)
    if target := destination(answer.get("chosen")):
        script, codes = target
        st.switch_page(script, query_params=write(selectors.in_address() | codes))


def destination(sent: Any) -> tuple[str, dict[str, str]] | None:  # noqa: ANN401 - a browser may send anything
    """Return the page and the codes that the browser asks for, None when it asks for nothing we know."""
    match sent:
        case {"path": str(asked), "codes": dict(codes)} if asked in _OPENS:
            return _OPENS[asked], {name: str(codes[name]) for name in choices.parameters() if name in codes}
        case _:
            return None


def _nothing() -> None:
    """Take note of the choice: the rerun it causes is enough."""


_component = st.components.v2.component("recherche", html=_HTML, css=_LOOK, js=_START)
