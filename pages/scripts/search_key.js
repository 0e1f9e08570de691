// The key of the whole page that leads to the search box, and whether this reader wants it.

const KEPT_OFF = "recherche-sans-touche";

const coarse = () => matchMedia("(pointer: coarse)").matches;

// Not where a text is written, nor over a dialog.
function calls(event) {
  const at = event.composedPath()[0];
  const writes = at.isContentEditable
    || at.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=range])");
  const held = event.ctrlKey || event.metaKey || event.altKey;
  return event.key === "/" && !held && !writes && !event.defaultPrevented && !off()
    && !document.querySelector("[aria-modal=true]");
}

// A page may be refused its storage: the key works then, until it is put off again.
function off() {
  try { return localStorage.getItem(KEPT_OFF) === "1"; } catch { return false; }
}

function keep(on) {
  try {
    if (on) localStorage.removeItem(KEPT_OFF);
    else localStorage.setItem(KEPT_OFF, "1");
  } catch { /* kept nowhere */ }
}
