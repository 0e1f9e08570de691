// The search box: an editable combobox over a list of links (WAI-ARIA Authoring Practices).
// Entries come from the server as [label, kind, path, codes, words]; whatever they hold is text, never markup.

const MOST = 12;
const SHORTEST = 2;
const WORDS = {
  bare: "Rechercher",
  key: "Rechercher (touche /)",
  one: "1 résultat.",
  some: "{count} résultats.",
  many: "{count} résultats, les {most} premiers sont montrés\u202f: précisez.",
  none: "Aucun résultat\u202f: essayez un autre mot.",
  lost: "La recherche ne répond pas\u202f: vérifiez le réseau, puis recommencez.",
  opened: "Ouverture\u202f: {label}.",
};
const boxes = new WeakMap();

export default function (given) {
  const known = boxes.get(given.parentElement);
  if (known) {
    known.given = given;
    return known.end;
  }
  const box = new Box(given);
  boxes.set(given.parentElement, box);
  return box.end;
}

class Box {
  constructor(given) {
    this.given = given;
    const part = (selector) => given.parentElement.querySelector(selector);
    this.input = part("input[role=combobox]");
    this.panel = part(".panel");
    this.list = part("[role=listbox]");
    this.said = part("[role=status]");
    this.count = part(".count");
    this.slash = part("input[type=checkbox]");
    this.active = -1;
    this.slash.checked = !off();
    this.hint();
    this.listen(part("[role=search]"));
    const called = (event) => {
      if (!calls(event)) return;
      event.preventDefault();
      this.input.focus();
      this.input.select();
    };
    document.addEventListener("keydown", called);
    this.end = () => {
      document.removeEventListener("keydown", called);
      boxes.delete(given.parentElement);
    };
  }

  listen(whole) {
    this.input.addEventListener("focus", () => this.load().catch(() => {}));
    this.input.addEventListener("input", () => this.answer());
    whole.addEventListener("keydown", (event) => this.pressed(event));
    // The box keeps the focus: where a click on a link takes it nowhere, the list would close before the click.
    this.panel.addEventListener("mousedown", (event) => {
      if (event.target.closest("a, label")) event.preventDefault();
    });
    this.list.addEventListener("click", (event) => this.chosen(event));
    this.slash.addEventListener("change", () => {
      keep(this.slash.checked);
      this.hint();
    });
    whole.addEventListener("focusout", (event) => whole.contains(event.relatedTarget) || this.close());
  }

  // The key is told where there is a keyboard.
  hint() {
    const { bare, key } = WORDS;
    this.input.placeholder = off() || coarse() ? bare : key;
    if (off()) this.input.removeAttribute("aria-keyshortcuts");
    else this.input.setAttribute("aria-keyshortcuts", "/");
  }

  // Once for each list: another edition has another address, a visitor's own workbook its own list.
  load() {
    const { address, entries } = this.given.data;
    const source = address ?? entries;
    if (this.source !== source) {
      this.source = source;
      const rows = entries ? Promise.resolve(JSON.parse(entries)) : fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
      this.entries = rows.then(prepared);
      this.entries.catch(() => { this.source = undefined; });
    }
    return this.entries;
  }

  async answer() {
    let entries;
    try {
      entries = await this.load();
    } catch {
      this.show([], WORDS.lost);
      return;
    }
    const asked = plain(this.input.value);
    if (asked.length < SHORTEST) {
      this.close();
      return;
    }
    const all = found(entries, asked);
    const told = all.length > MOST ? "many" : ["none", "one"][all.length] ?? "some";
    const said = WORDS[told].replace("{count}", all.length).replace("{most}", MOST);
    this.show(all.slice(0, MOST), said, asked);
  }

  show(entries, told, asked) {
    this.shown = entries;
    this.active = -1;
    this.list.replaceChildren(...entries.map((entry, place) => this.option(entry, place, asked)));
    this.list.hidden = !entries.length;
    this.panel.hidden = false;
    this.said.textContent = this.count.textContent = told;
    this.input.setAttribute("aria-expanded", String(entries.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  option(entry, place, asked) {
    const link = document.createElement("a");
    const label = document.createElement("span");
    const beside = document.createElement("small");
    label.textContent = entry.label;
    beside.textContent = [entry.kind, why(entry, asked)].filter(Boolean).join(", ");
    link.append(label, " ", beside);
    link.id = `trouve-${place}`;
    link.href = this.address(entry);
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    return link;
  }

  // The page of an entry with every other choice of the address.
  address({ path, codes }) {
    const to = new URL(`./${path}`, location.href);
    const choices = new URLSearchParams(location.search);
    choices.delete(this.given.data.mark);
    for (const [name, code] of Object.entries(codes)) {
      if (code) choices.set(name, code);
      else choices.delete(name);
    }
    to.search = choices;
    return to.href;
  }

  pressed(event) {
    const links = [...this.list.children];
    const open = !this.panel.hidden && links.length > 0;
    if (event.isComposing || (event.target === this.slash && event.key !== "Escape")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) this.point(links, this.active + (event.key === "ArrowDown" ? 1 : -1));
      else this.answer();
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Typed faster than the entries came: the first result, when it is there.
      if (open) links[Math.max(this.active, 0)].click();
      else this.answer().then(() => this.list.hidden || this.list.firstElementChild?.click());
    } else if (event.key === "Escape") {
      if (this.panel.hidden) this.input.value = "";
      this.input.focus();
      this.close();
    }
  }

  // Past an end of the list, no option: then the other end.
  point(links, place) {
    const count = links.length + 1;
    this.active = ((place + 1 + count) % count) - 1;
    links.forEach((link, number) => link.setAttribute("aria-selected", String(number === this.active)));
    const at = links[this.active];
    if (at) {
      this.input.setAttribute("aria-activedescendant", at.id);
      at.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  // With a key of the browser held, the link is a link: another tab, another window, a file.
  chosen(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const entry = this.shown[[...this.list.children].indexOf(link)];
    this.input.value = "";
    this.close();
    // The keyboard of a phone hides the page that opens.
    if (coarse()) this.input.blur();
    else this.input.focus();
    this.said.textContent = WORDS.opened.replace("{label}", () => entry.label);
    this.given.setTriggerValue("chosen", { path: entry.path, codes: entry.codes });
  }

  close() {
    this.panel.hidden = this.list.hidden = true;
    this.said.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
