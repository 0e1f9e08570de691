-- mart: what the indicators and the pages read. Views, so that a figure exists once; nothing is computed here.
-- Units are those of the columns of the same name in clean.
CREATE SCHEMA mart;

CREATE VIEW mart.edition AS
SELECT sha256, reference_sha256, file_name, fictional FROM raw.edition;

CREATE VIEW mart.region AS SELECT * FROM clean.region; -- 13 rows: France is a benchmark, not a region
CREATE VIEW mart.axis AS SELECT * FROM clean.axis;
CREATE VIEW mart.domain AS SELECT * FROM clean.domain;
CREATE VIEW mart.actor AS SELECT * FROM clean.actor;
CREATE VIEW mart.measure AS SELECT * FROM clean.measure;
CREATE VIEW mart.indicator AS SELECT * FROM clean.indicator;
CREATE VIEW mart.indicator_value AS SELECT * FROM clean.indicator_value; -- region_code FR is France

CREATE VIEW mart.indicator_year AS SELECT * FROM clean.indicator_year;

-- One row an indicator x year x territory, the current year included; no view or query of the scores reads it.
CREATE VIEW mart.dated_value AS
SELECT
    dated.indicator_code, dated.period, dated.year, dated.source, dated.rupture,
    figure.region_code, figure.value, figure.low, figure.high, figure.status, figure.decimals, figure.raw,
    figure.sheet, figure.cell, figure.note
FROM clean.indicator_year AS dated
JOIN clean.past_value AS figure USING (indicator_code, period)
UNION ALL
SELECT
    dated.indicator_code, dated.period, dated.year, dated.source, dated.rupture,
    figure.region_code, figure.value, figure.low, figure.high, figure.status, figure.decimals, figure.raw,
    figure.sheet, figure.cell, figure.note
FROM clean.indicator_year AS dated
JOIN clean.indicator AS current USING (indicator_code, sheet, row_number)
JOIN clean.indicator_value AS figure USING (indicator_code);

-- How many decimals a figure is written with beside others that show `others`: as many, and its own `decimals` when
-- they say more (8,43 beside 8,4; not 339,0 beside 320).
CREATE MACRO mart.decimals_beside(figure, decimals, others) AS
    CASE WHEN round(figure, decimals) = round(figure, others) THEN others ELSE decimals END;

CREATE VIEW mart.initiative AS SELECT * FROM clean.initiative;
CREATE VIEW mart.source AS SELECT * FROM clean.source;
CREATE VIEW mart.correction AS SELECT * FROM clean.correction;
CREATE VIEW mart.finding AS SELECT * FROM clean.finding;

-- One row a figure x region; a figure that names no region of today has one row without region_code.
CREATE VIEW mart.survey_figure AS
SELECT figure_region.region_code, figure.*
FROM clean.figure AS figure
LEFT JOIN clean.figure_region AS figure_region USING (figure_id);

CREATE VIEW mart.perception AS
SELECT * EXCLUDE (topic) FROM mart.survey_figure WHERE topic = 'perception';

-- One row a figure x region, as above; no view or query of the scores reads it.
CREATE VIEW mart.room_figure AS
SELECT unnest(region_codes) AS region_code, * FROM clean.room_figure;

CREATE VIEW mart.alliance AS
SELECT * EXCLUDE (topic) FROM mart.survey_figure WHERE topic = 'alliance';
