-- score: gap to France in percent of France's value, positive = more fragile than France
-- A benchmark of 0 or without a published value gives no score.
SELECT
    observation.territory_code,
    observation.indicator_code,
    100 * criterion.direction * (observation.value - france.value) / abs(france.value) AS score
FROM observation
JOIN spread USING (indicator_code)
JOIN criterion USING (indicator_code)
JOIN mart.indicator_value AS france
    ON france.indicator_code = observation.indicator_code
    AND france.region_code = 'FR'
    AND france.status = 'value'
    AND france.value <> 0
