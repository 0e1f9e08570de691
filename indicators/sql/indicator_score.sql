-- Each scored indicator of each region, with the value it comes from.
-- value: unit of the indicator ; score: unit of the normalisation, higher = more fragile ; weight: no unit
SELECT
    normalised.territory_code AS region_code,
    normalised.indicator_code,
    criterion.domain_code,
    criterion.weight,
    observation.value,
    normalised.score
FROM normalised
JOIN criterion USING (indicator_code)
JOIN observation USING (territory_code, indicator_code)
ORDER BY normalised.territory_code, normalised.indicator_code
