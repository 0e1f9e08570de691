// In the page from the start: says at once that the server or the network is lost, and when it is back.
// Until then no choice moves, since the page could not follow it.
(() => {
  const LOST = "Connexion perdue\u202f: ce qui est affiché ne change plus. Nouvel essai en cours."
  const BACK = "Connexion rétablie."
  const READ = 6000
  const CHOICES = [
    "button", "input", "textarea", "label", "a[href]", "[role=option]", "[role=radio]", "[role=combobox]",
    "[data-testid=stVegaLiteChart]", "canvas",
  ].join()
  // What moves the reader and changes no choice.
  const MOVES = new Set(["Tab", "Shift", "Control", "Alt", "Meta", "Escape", "PageUp", "PageDown", "F5"])
  const open = new Set()
  let lost = false
  let leaving = false
  let waiting

  const band = document.createElement("div")
  band.setAttribute("role", "status")
  band.id = "connexion"
  Object.assign(band.style, {
    position: "fixed", inset: "auto 0 0 0", zIndex: 2147483647, margin: 0, width: "auto", boxSizing: "border-box",
    padding: "0.7rem 1.2rem", border: "0", borderTop: "3px solid #ee9b3c", background: "#1c1b2e", color: "#ffffff",
    font: "600 1.1rem/1.4 'Source Sans', sans-serif", textAlign: "center", display: "none",
  })
  // Above a figure that fills the screen too, where the browser can.
  if ("popover" in band) band.popover = "manual"
  addEventListener("DOMContentLoaded", () => document.body.append(band))

  const hide = () => {
    band.style.display = "none"
    if (band.popover && band.matches(":popover-open")) band.hidePopover()
  }
  const say = text => {
    clearTimeout(waiting)
    hide()
    band.style.display = "block"
    if (band.popover && band.isConnected) band.showPopover()
    band.textContent = text
  }
  const lose = () => {
    if (lost || leaving) return
    lost = true
    say(LOST)
  }
  const find = () => {
    if (!lost) return
    lost = false
    say(BACK)
    waiting = setTimeout(hide, READ)
  }

  window.WebSocket = class extends WebSocket {
    constructor(...asked) {
      super(...asked)
      this.addEventListener("open", () => { open.add(this); find() })
      this.addEventListener("close", () => { if (open.delete(this) && !open.size) lose() })
    }
  }
  // A server on the same machine, or in the same room, is still there when the way out is cut.
  const answers = async () => {
    try {
      await fetch("/_stcore/health", { cache: "no-store", signal: AbortSignal.timeout(4000) })
      return true
    } catch {
      return false
    }
  }
  addEventListener("offline", async () => { if (open.size && !(await answers())) lose() })
  addEventListener("online", async () => { if (open.size && (await answers())) find() })
  addEventListener("pagehide", () => { leaving = true })
  addEventListener("pageshow", () => { leaving = false })

  const stop = event => {
    if (!lost || (event.type === "keydown" && MOVES.has(event.key))) return
    if (!(event.target instanceof Element) || !event.target.closest(CHOICES)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const kind of ["pointerdown", "mousedown", "touchstart", "click", "keydown"]) {
    addEventListener(kind, stop, { capture: true, passive: false })
  }
})()
