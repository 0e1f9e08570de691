-- clean: typed, tidy, one fact a row. The name of a record after a dollar sign stands for its columns, NOT NULL where
-- they cannot be None: loaders/records.py says what they hold, in which unit. The constraints repeat what the loader has
-- checked: if it ever lets something through, the store is not built and the previous one keeps being served.
-- Texts that the workbook leaves empty are '' ; NULL is kept for codes and numbers that do not exist.
CREATE SCHEMA clean;

CREATE TABLE clean.region (
    $Region,
    PRIMARY KEY (region_code),
    UNIQUE (name),
    CHECK (number IN ('singular', 'plural'))
);

-- Everything a figure may be about: the regions, and France as a benchmark.
CREATE TABLE clean.territory (
    territory_code VARCHAR PRIMARY KEY,
    level VARCHAR NOT NULL CHECK (level IN ('country', 'region'))
);

CREATE TABLE clean.axis (
    $Axis,
    PRIMARY KEY (axis_code)
);

CREATE TABLE clean.domain (
    $Domain,
    PRIMARY KEY (domain_code),
    FOREIGN KEY (axis_code) REFERENCES clean.axis (axis_code)
);

CREATE TABLE clean.actor (
    $Actor,
    PRIMARY KEY (actor_code)
);

CREATE TABLE clean.measure (
    $Measure,
    PRIMARY KEY (measure),
    CHECK (kind IN ('fragility', 'alliance', 'other')),
    CHECK (minimum IS NULL OR maximum IS NULL OR minimum <= maximum)
);

CREATE TABLE clean.indicator (
    $Indicator,
    PRIMARY KEY (indicator_code),
    FOREIGN KEY (domain_code) REFERENCES clean.domain (domain_code),
    CHECK (direction IN (-1, 1)),
    CHECK (weight >= 0),
    CHECK (standard_error > 0 AND isfinite(standard_error)),
    CHECK (decimals >= 0)
);

CREATE TABLE clean.indicator_value (
    $IndicatorValue,
    PRIMARY KEY (indicator_code, region_code),
    FOREIGN KEY (indicator_code) REFERENCES clean.indicator (indicator_code),
    FOREIGN KEY (region_code) REFERENCES clean.territory (territory_code),
    CHECK ((status = 'value') = (value IS NOT NULL)),
    CHECK ((status = 'range') = (low IS NOT NULL AND high IS NOT NULL)),
    CHECK (low <= high),
    CHECK (value IS NULL OR isfinite(value))
);

-- A year an indicator is published for: of its row in the current table, or of an earlier one.
CREATE TABLE clean.indicator_year (
    $IndicatorYear,
    PRIMARY KEY (indicator_code, period),
    FOREIGN KEY (indicator_code) REFERENCES clean.indicator (indicator_code)
);

-- Figures of the earlier years, apart from `clean.indicator_value`, so that no score can take them.
CREATE TABLE clean.past_value (
    $PastValue,
    PRIMARY KEY (indicator_code, period, region_code),
    FOREIGN KEY (indicator_code, period) REFERENCES clean.indicator_year (indicator_code, period),
    FOREIGN KEY (region_code) REFERENCES clean.territory (territory_code),
    CHECK ((status = 'value') = (value IS NOT NULL)),
    CHECK ((status = 'range') = (low IS NOT NULL AND high IS NOT NULL)),
    CHECK (low <= high),
    CHECK (value IS NULL OR isfinite(value))
);

CREATE TABLE clean.figure (
    topic VARCHAR NOT NULL CHECK (topic IN ('perception', 'alliance')), -- which sheet, whatever its title
    $SurveyFigure,
    PRIMARY KEY (figure_id),
    FOREIGN KEY (actor_code) REFERENCES clean.actor (actor_code),
    FOREIGN KEY (domain_code) REFERENCES clean.domain (domain_code),
    FOREIGN KEY (measure) REFERENCES clean.measure (measure),
    CHECK (rank_low >= 1),
    CHECK (sample_size > 0),
    CHECK (standard_deviation >= 0),
    CHECK (reliability IN ('confirme', 'publie', 'a_verifier')),
    CHECK ((status = 'value') = (value IS NOT NULL)),
    CHECK ((rank_low IS NULL) = (rank_high IS NULL)),
    CHECK (rank_low <= rank_high)
);

CREATE TABLE clean.figure_region (
    figure_id VARCHAR NOT NULL REFERENCES clean.figure (figure_id),
    region_code VARCHAR NOT NULL REFERENCES clean.territory (territory_code),
    PRIMARY KEY (figure_id, region_code)
);

-- What the people of debate rooms said: apart from `clean.figure`, so that nothing that reads it can take them.
CREATE TABLE clean.room_figure (
    $SurveyFigure,
    PRIMARY KEY (figure_id),
    FOREIGN KEY (actor_code) REFERENCES clean.actor (actor_code),
    FOREIGN KEY (domain_code) REFERENCES clean.domain (domain_code),
    FOREIGN KEY (measure) REFERENCES clean.measure (measure),
    CHECK (sample_size >= 5),
    CHECK (reliability = 'salle'),
    CHECK (status = 'value' AND value IS NOT NULL)
);

CREATE TABLE clean.initiative (
    initiative_id INTEGER PRIMARY KEY,  -- order in the sheet
    $Initiative
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
    $Source,
    PRIMARY KEY (source_code)
);

CREATE TABLE clean.correction (
    $Correction
);

CREATE TABLE clean.finding (
    position INTEGER PRIMARY KEY,       -- most serious first, then reading order
    $Finding
);
