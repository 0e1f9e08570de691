-- What is kept of a debate. No hour, address, browser or name of a participant; the random name of a
-- device is of one room. One row a ballot. Without a hidden number of each row, where the store has one,
-- nothing tells the order of arrival. A column that is added here is added in hall/book/added.py too.
CREATE TABLE IF NOT EXISTS room (
    id TEXT PRIMARY KEY,
    code TEXT UNIQUE, -- null once the room has ended: the code is free again
    region TEXT NOT NULL,
    title TEXT NOT NULL,
    edition TEXT NOT NULL, -- sha256 of the workbook that its figures come from
    address TEXT NOT NULL, -- where telephones reach this server, empty when the screen says it
    actors TEXT NOT NULL, -- that a participant may answer as, beside « autre »
    footer TEXT NOT NULL, -- lines written under every figure: mention, edition
    state TEXT NOT NULL,
    at_step INTEGER NOT NULL,
    dark INTEGER NOT NULL,
    locked INTEGER NOT NULL,
    version INTEGER NOT NULL, -- grows with every gesture of the presenter
    answers INTEGER NOT NULL, -- grows with every ballot and every arrival: what a screen counts
    shared INTEGER NOT NULL, -- tablets that go round are allowed
    kept_days INTEGER NOT NULL, -- the ballots are erased so many days after the end
    created TEXT NOT NULL,
    moved TEXT, -- the last day that the debate moved on: of a debate that nobody ends, its answers go by it
    ended TEXT,
    erased TEXT
) /* without rowid */;
CREATE TABLE IF NOT EXISTS step (
    room TEXT NOT NULL,
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    round INTEGER NOT NULL,
    closed_at DOUBLE PRECISION, -- of the question, while answers on their way are still taken
    PRIMARY KEY (room, rank)
) /* without rowid */;
CREATE TABLE IF NOT EXISTS participant (
    room TEXT NOT NULL,
    device TEXT NOT NULL,
    person INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (room, device, person)
) /* without rowid */;
CREATE TABLE IF NOT EXISTS ballot (
    room TEXT NOT NULL,
    rank INTEGER NOT NULL,
    round INTEGER NOT NULL,
    device TEXT NOT NULL,
    person INTEGER NOT NULL,
    actor TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (room, rank, round, device, person)
) /* without rowid */;
CREATE TABLE IF NOT EXISTS result (
    room TEXT NOT NULL,
    rank INTEGER NOT NULL,
    round INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (room, rank, round)
) /* without rowid */;
CREATE TABLE IF NOT EXISTS drawing (
    room TEXT NOT NULL,
    figure TEXT NOT NULL, -- as the subject of its step names it
    shape TEXT NOT NULL, -- of the screen it is drawn for
    colours TEXT NOT NULL, -- of the page
    screen INTEGER NOT NULL, -- 1, 2, … where a figure takes several
    svg BYTEA NOT NULL, -- compressed
    PRIMARY KEY (room, figure, shape, colours, screen)
);
CREATE TABLE IF NOT EXISTS desk (
    hash TEXT PRIMARY KEY, -- of a key that a presenter's browser holds
    room TEXT NOT NULL
) /* without rowid */;
CREATE TABLE IF NOT EXISTS link (
    hash TEXT PRIMARY KEY,
    room TEXT NOT NULL,
    expires DOUBLE PRECISION NOT NULL
) /* without rowid */;
