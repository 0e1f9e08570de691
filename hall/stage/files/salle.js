// A telephone asks now and then whether the presenter has moved, while somebody looks at it. Without a script
// the page reloads itself where it shows no form.
const body = document.body
const asked = body.dataset.etat
const form = document.querySelector("form[data-question]")
let touched = false
form?.addEventListener("input", () => { touched = true })
const wait = () => setTimeout(look, 3000 + Math.random() * 2000)
async function look() {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(asked, { cache: "no-store" })
      if (answer.status === 404) { location.reload(); return }
      const { v } = await answer.json()
      document.getElementById("lost").hidden = true
      if (String(v) !== body.dataset.version) {
        if (!touched) { location.reload(); return }
        document.getElementById("moved").hidden = false
      }
    } catch { document.getElementById("lost").hidden = false }
  }
  wait()
}
if (asked) {
  wait()
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look() })
}
// Three at most: the server says so too.
for (const set of document.querySelectorAll("fieldset[data-most]")) {
  const boxes = [...set.querySelectorAll("input[type=checkbox]")]
  const hold = () => {
    const full = boxes.filter(box => box.checked).length >= Number(set.dataset.most)
    for (const box of boxes) box.disabled = full && !box.checked
  }
  set.addEventListener("change", hold)
  hold()
}
