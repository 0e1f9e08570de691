-- clean: typed, tidy, one fact a row. The constraints repeat what the loader has checked: if it ever lets something
-- through, the store is not built and the previous one keeps being served.
-- Texts that the workbook leaves empty are '' ; NULL is kept for codes and numbers that do not exist.
CREATE SCHEMA clean;

CREATE TABLE clean.region (
    region_code VARCHAR PRIMARY KEY,    -- INSEE, 2016 regions
    name VARCHAR NOT NULL UNIQUE,
    name_in VARCHAR NOT NULL,           -- « dans les Hauts-de-France »
    name_of VARCHAR NOT NULL,           -- « des Hauts-de-France »
    name_the VARCHAR NOT NULL,          -- « les Hauts-de-France »
    short_name VARCHAR NOT NULL,
    number VARCHAR NOT NULL CHECK (number IN ('singular', 'plural')),
    gender VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

-- Everything a figure may be about: the regions, and France as a benchmark.
CREATE TABLE clean.territory (
    territory_code VARCHAR PRIMARY KEY,
    level VARCHAR NOT NULL CHECK (level IN ('country', 'region'))
);

CREATE TABLE clean.axis (
    axis_code VARCHAR PRIMARY KEY,
    label VARCHAR NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE clean.domain (
    domain_code VARCHAR PRIMARY KEY,
    label VARCHAR NOT NULL,
    short_label VARCHAR NOT NULL,
    axis_code VARCHAR NOT NULL REFERENCES clean.axis (axis_code),
    position INTEGER NOT NULL
);

CREATE TABLE clean.actor (
    actor_code VARCHAR PRIMARY KEY,
    label VARCHAR NOT NULL,
    label_the VARCHAR NOT NULL,         -- « les maires »
    position INTEGER NOT NULL
);

CREATE TABLE clean.measure (
    measure VARCHAR PRIMARY KEY,
    label VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('fragility', 'alliance', 'other')),
    minimum DOUBLE,                     -- inclusive bounds in `unit`; NULL = unbounded
    maximum DOUBLE,                     -- same unit
    unit VARCHAR NOT NULL,
    CHECK (minimum IS NULL OR maximum IS NULL OR minimum <= maximum)
);

CREATE TABLE clean.indicator (
    indicator_code VARCHAR PRIMARY KEY,
    published_code VARCHAR NOT NULL,    -- the INDICE of the source, '' when it gives none
    label VARCHAR NOT NULL,
    criterion VARCHAR NOT NULL,
    axis_label VARCHAR NOT NULL,
    dimension VARCHAR NOT NULL,
    domain_code VARCHAR REFERENCES clean.domain (domain_code), -- NULL: profile of the territory, not a fragility
    direction INTEGER CHECK (direction IN (-1, 1)),            -- +1: a high value means more fragile
    unit VARCHAR NOT NULL,              -- of every value of the row; % means percentage points (8.5, never 0.085)
    weight DOUBLE CHECK (weight >= 0),  -- inside the domain, no unit
    year VARCHAR NOT NULL,              -- as published: 2019, 2019 (T1), 2015 à 2018
    source VARCHAR NOT NULL,
    status_phare VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    decimals INTEGER NOT NULL CHECK (decimals >= 0)
);

CREATE TABLE clean.indicator_value (
    indicator_code VARCHAR NOT NULL REFERENCES clean.indicator (indicator_code),
    region_code VARCHAR NOT NULL REFERENCES clean.territory (territory_code),
    value DOUBLE,                       -- unit of the indicator; NULL unless status = 'value'
    low DOUBLE,                         -- bounds of a published range, unit of the indicator
    high DOUBLE,                        -- same unit
    status VARCHAR NOT NULL CHECK (status IN ('value', 'range', 'missing', 'not_available')),
    decimals INTEGER NOT NULL,          -- shown after the comma: the value is published to half of the last one
    raw VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    corrected BOOLEAN NOT NULL,
    published_raw VARCHAR NOT NULL,     -- what the cell holds when the value served is a declared correction
    correction_reason VARCHAR NOT NULL,
    note VARCHAR NOT NULL,              -- what the source says of the number, or why there is none
    PRIMARY KEY (indicator_code, region_code),
    CHECK ((status = 'value') = (value IS NOT NULL)),
    CHECK ((status = 'range') = (low IS NOT NULL AND high IS NOT NULL)),
    CHECK (low <= high),
    CHECK (value IS NULL OR isfinite(value))
);

CREATE TABLE clean.figure (
    figure_id VARCHAR PRIMARY KEY,
    topic VARCHAR NOT NULL CHECK (topic IN ('perception', 'alliance')), -- which sheet, whatever its title
    programme VARCHAR NOT NULL,
    survey VARCHAR NOT NULL,
    wave VARCHAR NOT NULL,              -- programme + year
    survey_date VARCHAR NOT NULL,       -- YYYY, YYYY-MM, YYYY-MM-DD or ''
    actor_code VARCHAR REFERENCES clean.actor (actor_code),
    region_codes VARCHAR[] NOT NULL,    -- all the regions this one figure covers
    perimeter VARCHAR NOT NULL,         -- the survey's own territory when it is not today's region, else ''
    domain_code VARCHAR REFERENCES clean.domain (domain_code),
    measure VARCHAR NOT NULL REFERENCES clean.measure (measure),
    detail VARCHAR NOT NULL,
    value DOUBLE,                       -- in `unit`; NULL when only the rank is published
    low DOUBLE,                         -- bounds of a published range, same unit
    high DOUBLE,                        -- same unit
    status VARCHAR NOT NULL CHECK (status IN ('value', 'range', 'missing', 'not_available')),
    decimals INTEGER NOT NULL,
    rank_low INTEGER CHECK (rank_low >= 1), -- « 2 ou 3 » is 2 to 3 ; NULL when no usable rank is published
    rank_high INTEGER,
    raw_value VARCHAR NOT NULL,
    raw_rank VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    sample_size INTEGER CHECK (sample_size > 0), -- persons
    sample_at_least BOOLEAN NOT NULL,   -- only a lower bound of sample_size is published
    standard_deviation DOUBLE CHECK (standard_deviation >= 0), -- same unit as value
    base VARCHAR NOT NULL,
    subpopulation VARCHAR NOT NULL,     -- '' when the whole population was asked
    source VARCHAR NOT NULL,
    reliability VARCHAR NOT NULL CHECK (reliability IN ('confirme', 'publie', 'a_verifier')),
    remark VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    cell VARCHAR NOT NULL,
    rank_cell VARCHAR NOT NULL,
    note VARCHAR NOT NULL,              -- what the source says of the value, or why there is none
    CHECK ((status = 'value') = (value IS NOT NULL)),
    CHECK ((rank_low IS NULL) = (rank_high IS NULL)),
    CHECK (rank_low <= rank_high)
);

CREATE TABLE clean.figure_region (
    figure_id VARCHAR NOT NULL REFERENCES clean.figure (figure_id),
    region_code VARCHAR NOT NULL REFERENCES clean.territory (territory_code),
    PRIMARY KEY (figure_id, region_code)
);

CREATE TABLE clean.initiative (
    initiative_id INTEGER PRIMARY KEY,  -- order in the sheet
    name VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    domain_codes VARCHAR[] NOT NULL,
    domain_label VARCHAR NOT NULL,      -- as published
    department_codes VARCHAR[] NOT NULL,
    department_label VARCHAR NOT NULL,
    region_codes VARCHAR[] NOT NULL,
    actors VARCHAR NOT NULL,
    year VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    reliability VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL
);

CREATE TABLE clean.initiative_domain (
    initiative_id INTEGER NOT NULL REFERENCES clean.initiative (initiative_id),
    domain_code VARCHAR NOT NULL REFERENCES clean.domain (domain_code),
    PRIMARY KEY (initiative_id, domain_code)
);

CREATE TABLE clean.initiative_region (
    initiative_id INTEGER NOT NULL REFERENCES clean.initiative (initiative_id),
    region_code VARCHAR NOT NULL REFERENCES clean.territory (territory_code),
    PRIMARY KEY (initiative_id, region_code)
);

CREATE TABLE clean.source (
    source_code VARCHAR PRIMARY KEY,
    reference VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    remark VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL
);

CREATE TABLE clean.correction (
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    indicator_code VARCHAR NOT NULL,
    region_code VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    corrected VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    date VARCHAR NOT NULL,              -- of the decision, YYYY-MM-DD
    state VARCHAR NOT NULL CHECK (state IN ('appliquee', 'perimee', 'introuvable'))
);

CREATE TABLE clean.finding (
    position INTEGER PRIMARY KEY,       -- most serious first, then reading order
    level VARCHAR NOT NULL CHECK (level IN ('erreur', 'alerte', 'info')),
    kind VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    cell VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    action VARCHAR NOT NULL
);
