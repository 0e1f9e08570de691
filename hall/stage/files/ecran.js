// The screen: asks twice a second whether something is new, obeys the keys of a keyboard or of a remote.
const body = document.body
const place = document.getElementById("vue")
const lost = document.getElementById("lost")
const said = document.getElementById("said")
const help = document.getElementById("aide")
const away = lost.textContent
const over = "Le débat est terminé\u202f: cette figure reste."
const root = document.documentElement
const night = matchMedia("(prefers-color-scheme: dark)")
root.dataset.teinte = localStorage.getItem("teinte") ?? ""
let etag = ""
let asked = ""
let count = 0
let latest = 0
// The server draws nothing: it has the figure for this shape and these colours.
function variant() {
  const shape = innerWidth / innerHeight < 1.5 ? "4-3" : "16-9"
  return { shape, colours: root.dataset.teinte || (night.matches ? "sombre" : "clair") }
}
async function look() {
  const { shape, colours } = variant()
  const address = `${body.dataset.vue}?${new URLSearchParams({ forme: shape, teinte: colours })}`
  if (address !== asked) etag = ""
  asked = address
  const mine = count += 1
  try {
    const answer = await fetch(address, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" })
    lost.hidden = answer.ok || answer.status === 304
    lost.textContent = answer.status === 404 ? over : away
    const text = await answer.text()
    // What was asked before is not shown after what was asked since, nor in another shape or other colours.
    if (answer.status === 200 && address === asked && mine > latest) {
      latest = mine
      etag = answer.headers.get("ETag") ?? ""
      place.innerHTML = text
      fit()
    }
  } catch { lost.textContent = away; lost.hidden = false }
}
(async function watch() { await look(); setTimeout(watch, 500) })()
// A projector may be narrower than the one at hand: what does not fit is left out, and counted.
function fit() {
  const main = place.querySelector("main")
  const lines = [...place.querySelectorAll("tbody tr, .point")]
  const details = [...place.querySelectorAll(".point .small, .welcome .small")]
  const cut = () => main.scrollHeight > main.clientHeight + 1
  for (const line of [...lines, ...details]) line.hidden = false
  place.querySelector(".more")?.remove()
  const more = document.createElement("p")
  more.className = "more small"
  let left = 0
  for (const detail of details.reverse()) if (cut()) detail.hidden = true
  while (cut() && lines.length - left > 1) {
    left += 1
    lines.at(-left).hidden = true
    more.textContent = left > 1 ? `et ${left} autres` : "et 1 autre"
    main.append(more)
  }
}
addEventListener("resize", () => { fit(); look() })
night.addEventListener("change", look)
fit()
let silence = 0
function say(text) {
  said.textContent = text
  said.hidden = false
  clearTimeout(silence)
  silence = setTimeout(() => { said.hidden = true }, 4000)
}
async function move(gesture) {
  try {
    const answer = await fetch(body.dataset.geste, { method: "POST", body: new URLSearchParams({ geste: gesture, ecran: variant().shape }) })
    if (!answer.ok) say(await answer.text())
  } catch { lost.hidden = false }
  await look()
}
const gestures = { ArrowRight: "suivant", " ": "suivant", PageDown: "suivant", Enter: "suivant", ArrowLeft: "precedent", PageUp: "precedent", Home: "accueil", b: "ecran-noir", B: "ecran-noir", ".": "ecran-noir" }
let moving = false
async function obey(gesture) {
  if (moving) return
  moving = true
  await move(gesture)
  moving = false
}
addEventListener("keydown", async event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  // A button keeps its own keys.
  if (event.target.closest("button") && (event.key === " " || event.key === "Enter")) return
  if (event.key === "f" || event.key === "F") {
    event.preventDefault()
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } else if (event.key === "?") {
    if (help.open) help.close(); else help.showModal()
  } else if (event.key === "t" || event.key === "T") {
    root.dataset.teinte = variant().colours === "clair" ? "sombre" : "clair"
    localStorage.setItem("teinte", root.dataset.teinte)
    await look()
  } else if (event.key === "Escape") {
    if (help.open) help.close()
    else if (document.fullscreenElement) await document.exitFullscreen()
  } else if (gestures[event.key] && !help.open && !event.repeat) {
    event.preventDefault()
    await obey(gestures[event.key])
  }
})
const nav = document.querySelector("nav")
nav.addEventListener("submit", event => {
  event.preventDefault()
  obey(event.submitter.value)
})
let pointing = 0
addEventListener("pointermove", () => {
  nav.classList.add("pointed")
  clearTimeout(pointing)
  pointing = setTimeout(() => nav.classList.remove("pointed"), 3000)
})
// One click for who has no keyboard at hand; the browser's own key leads back.
addEventListener("click", event => {
  if (event.target.closest("nav")) {
    // Pressed with a mouse, a button leaves the keys to the page.
    if (event.detail) event.target.blur()
  } else if (!document.fullscreenElement && !help.open) document.documentElement.requestFullscreen()
})
// The screen of a laptop goes to sleep while a room thinks; asked again each time the page comes back.
async function stayAwake() {
  if (document.visibilityState === "visible" && navigator.wakeLock) {
    try { await navigator.wakeLock.request("screen") } catch { /* refused: the room will see it */ }
  }
}
document.addEventListener("visibilitychange", stayAwake)
stayAwake()
