"""What a click puts in the clipboard: the address of a view, the picture of a figure.

Streamlit's own copy button speaks English and copies text alone; components of a few lines speak French, and
say what they did.
"""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import streamlit as st

# The colours and the letters of the page: a bare button of the browser has neither.
BUTTON = Path(__file__).with_name("scripts").joinpath("button.css").read_text(encoding="utf-8")
_LOOK = f"""{BUTTON}
:host, label {{ display: block; }}
input, textarea {{ font: inherit; color: inherit; padding: .4rem .6rem; margin: .3rem 0; width: 100%;
  box-sizing: border-box; background: var(--st-background-color); border: 1px solid var(--st-border-color);
  border-radius: var(--st-base-radius); }}
input:focus-visible, textarea:focus-visible {{
  outline: 3px solid var(--st-primary-color); outline-offset: 1px; }}
output {{ margin-left: .6rem; }}
"""
_LINK = """
<label for="adresse">Adresse de cette vue</label>
<input id="adresse" readonly>
<button type="button">Copier le lien</button>
<output></output>
"""
# Without a secure connection the browser has no clipboard: what is selected is copied, or waits to be.
_COPY_LINK = """
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
_LINK_DONE = "Lien copié."
_SELECTED = "Lien sélectionné\u202f: copiez-le au clavier."
# The same for a text in its own lines; the words of its label come with it, and it has a name until then.
_TEXT = """
<label for="texte">Texte à copier</label>
<textarea id="texte" readonly></textarea>
<button type="button">Copier</button>
<output></output>
"""
_COPY_TEXT = _COPY_LINK.replace('"input"', '"textarea"').replace(
    "place.value = data.link;",
    """place.value = data.link;
  place.rows = data.rows;
  parentElement.querySelector("label").textContent = data.label;""",
)
_TEXT_SAID = {"done": "Texte copié.", "selected": "Texte sélectionné\u202f: copiez-le au clavier."}
_IMAGE = """
<button type="button">Copier l’image</button>
<output></output>
"""
# The browser is given the promise of a picture within the click, without which it refuses; the run that the
# click asks for keeps it.
_COPY_IMAGE = """
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("output");
  if (data.png && button.keep) {
    const bytes = Uint8Array.from(atob(data.png), letter => letter.charCodeAt(0));
    button.keep(new Blob([bytes], { type: "image/png" }));
    button.keep = null;
  }
  button.onclick = async () => {
    said.textContent = data.refused;
    if (!window.isSecureContext || !window.ClipboardItem || !navigator.clipboard?.write) return;
    said.textContent = data.waiting;
    const picture = new Promise(keep => { button.keep = keep; });
    const written = navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    setTriggerValue("asked", true);
    try { await written; said.textContent = data.done; }
    catch { said.textContent = data.refused; }
  };
}
"""
_IMAGE_SAID = {
    "waiting": "Préparation de l’image…",
    "done": "Image copiée.",
    "refused": "Ce navigateur ne laisse pas copier d’image ici\u202f: prenez l’image (PNG).",
}


def copy_link(link: str, *, key: str) -> None:
    """Draw an address and the button that copies it."""
    _link(key=key, data={"link": link, "done": _LINK_DONE, "selected": _SELECTED})


def copy_text(text: str, *, label: str, rows: int, key: str) -> None:
    """Draw a text of some rows under its label, and the button that copies it."""
    _text(key=key, data={"link": text, "label": label, "rows": rows, **_TEXT_SAID})


def copy_image(picture: Callable[[], bytes], *, key: str) -> None:
    """Draw the button that copies a picture; `picture`: makes the PNG, in the run that a click asks for."""
    asked = f"{key}_demande"
    png = b64encode(picture()).decode() if st.session_state.pop(asked, False) else ""
    _image(
        key=key,
        data={"png": png, **_IMAGE_SAID},
        on_asked_change=lambda: st.session_state.update({asked: True}),
    )


_link = st.components.v2.component("copier_lien", html=_LINK, css=_LOOK, js=_COPY_LINK)
_text = st.components.v2.component("copier_texte", html=_TEXT, css=_LOOK, js=_COPY_TEXT)
_image = st.components.v2.component("copier_image", html=_IMAGE, css=_LOOK, js=_COPY_IMAGE)
