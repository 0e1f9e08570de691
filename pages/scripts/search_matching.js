// Which entries answer what is typed, and why. The three files are sent as one: see `pages/searched.py`.

// A longer text than this finds its entry, and is not shown beside it.
const SHOWN = 70;

// No accent, no capital, no sign but those of units: one space between words.
const plain = (text) =>
  text.replaceAll("%", " pour cent ").replaceAll("€", " euros ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("œ", "oe").replaceAll("æ", "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const prepared = (rows) =>
  rows.map(([label, kind, path, codes, words]) => ({
    label, kind, path, codes, words,
    spaced: ` ${plain(label)}`,
    others: words.map((word) => ` ${plain(word)}`),
  }));

// How well an entry answers, 0 best; null when it does not.
function rank(entry, asked) {
  const words = asked.split(" ");
  if (entry.spaced.startsWith(` ${asked}`)) return 0;
  const left = words.filter((word) => !entry.spaced.includes(` ${word}`));
  if (!left.length) return 1;
  return left.every((word) => entry.others.some((other) => other.includes(` ${word}`))) ? 2 : null;
}

// What was found besides the label, when it is short enough to be read.
function why(entry, asked) {
  const left = asked.split(" ").filter((word) => !entry.spaced.includes(` ${word}`));
  const has = (other) => (word) => other.includes(` ${word}`);
  const whole = entry.others.findIndex((other) => left.every(has(other)));
  const place = whole < 0 ? entry.others.findIndex((other) => left.some(has(other))) : whole;
  const word = left.length && place >= 0 ? entry.words[place] : "";
  return word.length <= SHOWN ? word : "";
}

function found(entries, asked) {
  const answers = entries
    .map((entry) => ({ entry, rank: rank(entry, asked) }))
    .filter((answer) => answer.rank !== null);
  return best(answers.length ? answers : together(entries, asked));
}

function best(answers) {
  return answers.sort((one, other) => one.rank - other.rank).map((answer) => answer.entry);
}

// « logement bretagne »: a domain by some of the words, in the region that the others name. « en », « la » name none.
function together(entries, asked) {
  const words = asked.split(" ").filter((word) => word.length > 2);
  const answers = [];
  for (const region of entries.filter((entry) => entry.codes.region)) {
    const rest = words.filter((word) => rank(region, word) === null);
    if (!rest.length || rest.length === words.length) continue;
    for (const domain of entries.filter((entry) => entry.codes.domaine && !entry.codes.indicateur)) {
      const how = rank(domain, rest.join(" "));
      if (how === null) continue;
      const label = `${domain.label} · ${region.label}`;
      const codes = { ...domain.codes, ...region.codes };
      answers.push({ entry: { ...domain, label, codes, spaced: ` ${plain(label)}`, words: [], others: [] }, rank: how });
    }
  }
  return answers;
}
