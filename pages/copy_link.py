"""The address of a view with a button that copies it.

Streamlit's own copy button speaks English; a component of a few lines speaks French, and says what it did.
"""

import streamlit as st

_HTML = """
<label for="adresse">Adresse de cette vue</label>
<input id="adresse" readonly>
<button type="button">Copier le lien</button>
<output></output>
"""
# The colours and the letters of the page: a bare button of the browser has neither.
_LOOK = """
:host, label { display: block; }
input, button { font: inherit; color: inherit; padding: .4rem .6rem; margin: .3rem 0;
  background: var(--st-background-color); border: 1px solid var(--st-border-color); border-radius: .3rem; }
input { width: 100%; box-sizing: border-box; }
button { cursor: pointer; min-height: 2.5rem; }
input:focus-visible, button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
output { margin-left: .6rem; }
"""
# Without a secure connection the browser has no clipboard: what is selected is copied, or waits to be.
_COPY = """
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector("input");
  const said = parentElement.querySelector("output");
  place.value = data.link;
  said.textContent = "";
  parentElement.querySelector("button").onclick = async () => {
    place.focus();
    place.select();
    let done = true;
    try { await navigator.clipboard.writeText(data.link); }
    catch { done = document.execCommand("copy"); }
    said.textContent = done ? data.done : data.selected;
  };
}
"""
_DONE = "Lien copié."
_SELECTED = "Lien sélectionné\u202f: copiez-le au clavier."


def copy_link(link: str, *, key: str) -> None:
    """Draw an address and the button that copies it."""
    _component(key=key, data={"link": link, "done": _DONE, "selected": _SELECTED})


_component = st.components.v2.component("copier_lien", html=_HTML, css=_LOOK, js=_COPY)
