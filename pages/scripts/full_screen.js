// Keys of a keyboard and of a remote, by what they do.
const TURNS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowDown: 1, ArrowLeft: -1, PageUp: -1, ArrowUp: -1,
  Home: -Infinity, End: Infinity };
// How long the buttons stay once nobody points, in milliseconds.
const STAY = 3000;
export default function ({ data, parentElement, setTriggerValue }) {
  const [place, picture, nav, enter, before, after, leave] =
    ["section", "section > div", "nav", ".enter", ".before", ".after", ".leave"].map(
      name => parentElement.querySelector(name));
  const filling = () => place.matches(":fullscreen") || place.matches(":popover-open");
  const show = number => {
    const screens = place.screens ?? [];
    if (!screens.length) return;
    place.number = Math.max(0, Math.min(screens.length - 1, number));
    picture.innerHTML = screens[place.number];
    before.setAttribute("aria-disabled", place.number === 0);
    after.setAttribute("aria-disabled", place.number === screens.length - 1);
  };
  if (data.screens.length && filling()) {
    place.screens = data.screens;
    show(0);
  }
  const seen = () => {
    nav.classList.add("pointed");
    clearTimeout(place.waiting);
    place.waiting = setTimeout(() => nav.classList.remove("pointed"), STAY);
  };
  enter.onclick = async () => {
    picture.textContent = data.waiting;
    place.screens = [];
    try { await place.requestFullscreen(); }
    catch { place.popover = "manual"; place.showPopover(); }
    place.focus();
    place.keys = keys;
    addEventListener("keydown", keys, true);
    seen();
    await new Promise(requestAnimationFrame);
    setTriggerValue("asked", place.clientWidth / place.clientHeight);
  };
  // Heard before the page does: nothing under the figure hears the keys; a button keeps its own.
  const keys = event => {
    event.stopImmediatePropagation();
    if (event.key === "Escape") { event.preventDefault(); quit(); }
    else if (event.key in TURNS && !(event.key === " " && parentElement.activeElement?.matches("button"))) {
      event.preventDefault();
      show(place.number + TURNS[event.key]);
    }
  };
  const left = () => {
    removeEventListener("keydown", place.keys, true);
    picture.textContent = "";
    enter.focus();
  };
  const quit = () => {
    if (place.matches(":fullscreen")) document.exitFullscreen();
    if (place.matches(":popover-open")) { place.hidePopover(); left(); }
  };
  // The browser leaves by itself too, on Escape.
  place.onfullscreenchange = () => { if (!filling()) left(); };
  place.onpointermove = place.onpointerdown = seen;
  leave.onclick = quit;
  before.onclick = () => show(place.number - 1);
  after.onclick = () => show(place.number + 1);
}
