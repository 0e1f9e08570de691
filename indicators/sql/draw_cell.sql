-- The cells that a draw can move: one row a territory x scored indicator, with what is needed to score it again.
-- oriented: value x direction, unit of the indicator ; half_width: half a unit of the last decimal shown, same unit (the
-- finest of the row: a spreadsheet drops the zero of 8,0; what a cell holds beyond what it shows is not published)
-- error: standard error of the value, same unit ; empty where the producer publishes none
-- deviation: of the territories, same unit, population
-- benchmark: France x direction, same unit
-- weight: of the indicator in its domain ; planned: of the domain's indicators, scored or not (no unit)
WITH precision AS (
    SELECT indicator_code, max(decimals) AS decimals
    FROM mart.indicator_value AS figure
    JOIN territory ON territory.territory_code = figure.region_code
    WHERE figure.status = 'value'
    GROUP BY indicator_code
),

uncertainty AS (
    SELECT indicator_code, standard_error::DOUBLE AS error
    FROM mart.indicator
),

planned AS (
    SELECT domain_code, sum(weight) AS planned
    FROM criterion
    GROUP BY domain_code
)

SELECT
    observation.territory_code AS region_code,
    observation.indicator_code,
    criterion.domain_code,
    domain.axis_code,
    criterion.weight::DOUBLE AS weight,
    planned.planned::DOUBLE AS planned,
    observation.oriented,
    0.5 * pow(10, -precision.decimals) AS half_width,
    uncertainty.error,
    spread.deviation,
    france.value * criterion.direction AS benchmark,
    criterion.direction
FROM observation
JOIN spread USING (indicator_code)
JOIN criterion USING (indicator_code)
JOIN uncertainty USING (indicator_code)
JOIN planned USING (domain_code)
JOIN mart.domain AS domain USING (domain_code)
JOIN precision USING (indicator_code)
LEFT JOIN mart.indicator_value AS france
    ON france.indicator_code = observation.indicator_code
    AND france.region_code = 'FR'
    AND france.status = 'value'
ORDER BY domain.position, observation.indicator_code, observation.territory_code
