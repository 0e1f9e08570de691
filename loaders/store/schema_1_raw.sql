-- raw: the workbook as read, every sheet and every cell that holds something, before any interpretation.
-- Nothing here is used for a computation; it is the last step back from a figure to what the analyst typed.
CREATE SCHEMA raw;

CREATE TABLE raw.edition (
    sha256 VARCHAR NOT NULL CHECK (length(sha256) = 64),            -- of the bytes of the workbook
    reference_sha256 VARCHAR NOT NULL CHECK (length(reference_sha256) = 64), -- of data/reference/*.csv
    file_name VARCHAR NOT NULL,
    fictional BOOLEAN NOT NULL,                                     -- FICTIF in the file name
    recipe VARCHAR NOT NULL,                                        -- of the code and SQL that built this store
    schema VARCHAR NOT NULL                                         -- of these SQL files: what a reader can rely on
);

CREATE TABLE raw.cell (
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,              -- A1 address
    row_number INTEGER NOT NULL CHECK (row_number >= 1),
    column_number INTEGER NOT NULL CHECK (column_number >= 1),
    value VARCHAR,                      -- the stored value, written in Python's notation (0.085)
    value_type VARCHAR NOT NULL,        -- int, float, str, bool, datetime… ; NoneType for a merged or empty cell
    text VARCHAR NOT NULL,              -- what Excel shows (8,5 %)
    number_format VARCHAR NOT NULL,
    formula VARCHAR NOT NULL,           -- '' for a constant
    is_error BOOLEAN NOT NULL,
    merged_range VARCHAR NOT NULL,      -- '' when the cell is not merged
    struck VARCHAR NOT NULL,            -- what is crossed out in the cell, read by nobody
    raised BOOLEAN NOT NULL,            -- the whole cell is a superscript or a subscript
    PRIMARY KEY (sheet, cell)
);
