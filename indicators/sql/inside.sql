-- The indicators that make the domains of one region.
-- normalised: in the unit that indicators are brought together in ; share: of the indicator in its domain (0 to 1)
SELECT
    normalised.indicator_code,
    criterion.domain_code,
    normalised.score AS normalised,
    criterion.weight / sum(criterion.weight) OVER (PARTITION BY criterion.domain_code) AS share
FROM normalised
JOIN criterion USING (indicator_code)
WHERE normalised.territory_code = $region
