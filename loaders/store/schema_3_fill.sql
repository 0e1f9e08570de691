-- From the frames of frames.py (incoming_*) to the tables, in an order that satisfies the foreign keys.
-- BY NAME: a column without a table column, or the reverse where NOT NULL holds, stops the build.
INSERT INTO raw.edition BY NAME SELECT * FROM incoming_edition;
INSERT INTO raw.cell BY NAME SELECT * FROM incoming_cell;
INSERT INTO clean.region BY NAME SELECT * FROM incoming_region;
INSERT INTO clean.territory BY NAME SELECT * FROM incoming_territory;
INSERT INTO clean.axis BY NAME SELECT * FROM incoming_axis;
INSERT INTO clean.domain BY NAME SELECT * FROM incoming_domain;
INSERT INTO clean.actor BY NAME SELECT * FROM incoming_actor;
INSERT INTO clean.measure BY NAME SELECT * FROM incoming_measure;
INSERT INTO clean.indicator BY NAME SELECT * FROM incoming_indicator;
INSERT INTO clean.indicator_value BY NAME SELECT * FROM incoming_indicator_value;
INSERT INTO clean.indicator_year BY NAME SELECT * FROM incoming_indicator_year;
INSERT INTO clean.past_value BY NAME SELECT * FROM incoming_past_value;
INSERT INTO clean.figure BY NAME SELECT 'perception' AS topic, * FROM incoming_perception;
INSERT INTO clean.figure BY NAME SELECT 'alliance' AS topic, * FROM incoming_alliance;
INSERT INTO clean.room_figure BY NAME SELECT * FROM incoming_room;
INSERT INTO clean.initiative BY NAME SELECT * FROM incoming_initiative;
INSERT INTO clean.source BY NAME SELECT * FROM incoming_source;
INSERT INTO clean.correction BY NAME SELECT * FROM incoming_correction;
INSERT INTO clean.finding BY NAME SELECT * FROM incoming_finding;

-- One row for each member of a list.
INSERT INTO clean.figure_region
SELECT DISTINCT figure_id, unnest(region_codes) FROM clean.figure ORDER BY ALL;

INSERT INTO clean.initiative_domain
SELECT DISTINCT initiative_id, unnest(domain_codes) FROM clean.initiative ORDER BY ALL;

INSERT INTO clean.initiative_region
SELECT DISTINCT initiative_id, unnest(region_codes) FROM clean.initiative ORDER BY ALL;
