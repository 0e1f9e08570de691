// A telephone asks now and then whether the presenter has moved, while somebody looks at it; what it sends is
// sent again until the server answers. Without a script the page reloads itself where it shows no form, and a
// form is sent as any other. Old telephones read this too: nothing here is younger than 2017.
const body = document.body
const form = document.querySelector("form[data-puis]")
const lost = document.getElementById("lost")
const unsent = document.getElementById("unsent")
const counted = document.getElementById("counted")
let touched = false
let sending = false
const wait = (least) => new Promise(done => setTimeout(done, least + Math.random() * 2000))
async function ask(address, options) {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), 10000)
  try {
    const answer = await fetch(address, Object.assign({ cache: "no-store", signal: stop.signal }, options))
    if (answer.status >= 500) throw new Error(answer.status)
    return answer
  } finally { clearTimeout(late) }
}
async function look() {
  if (document.visibilityState !== "visible" || sending) return
  try {
    const answer = await ask(body.dataset.etat)
    if (lost) lost.hidden = true
    // Led by a new address: a page that answered a form would be sent again.
    if (!answer.ok) { location.replace(body.dataset.ici); return }
    const now = await answer.json()
    if (counted && now.said && counted.textContent !== now.said) counted.textContent = now.said
    if (now.q === body.dataset.moment || sending) return
    if (touched) document.getElementById("moved").hidden = false
    else location.replace(body.dataset.ici)
  } catch (error) { if (lost) lost.hidden = false }
}
async function send() {
  for (;;) {
    try {
      const fields = new URLSearchParams(new FormData(form))
      const answer = await ask(form.action, { method: "POST", body: fields, redirect: "manual" })
      unsent.hidden = true
      // What is refused is sent as any form is: the server's page says why.
      if (answer.type === "opaqueredirect") location.replace(form.dataset.puis)
      else form.submit()
      return
    } catch (error) { unsent.hidden = false }
    await wait(2000)
  }
}
if (form) {
  form.addEventListener("input", () => { touched = true })
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (sending) return
    sending = true
    send()
  })
}
if (body.dataset.etat) {
  (async function watch() { for (;;) { await wait(3000); await look() } })()
  document.addEventListener("visibilitychange", look)
  // A page that the way back shows again has slept: what it holds may be over.
  addEventListener("pageshow", event => { if (event.persisted) { sending = false; look() } })
}
// Three at most: the server says so too.
for (const set of document.querySelectorAll("fieldset[data-most]")) {
  const boxes = Array.from(set.querySelectorAll("input[type=checkbox]"))
  const hold = () => {
    const full = boxes.filter(box => box.checked).length >= Number(set.dataset.most)
    for (const box of boxes) box.disabled = full && !box.checked
    document.getElementById("full").textContent = full ? "Trois choix\u202f: décochez-en un pour en changer." : ""
  }
  set.addEventListener("change", hold)
  hold()
}
