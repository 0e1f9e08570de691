-- The indicators that make the domains, in each territory.
-- normalised: in the unit that indicators are brought together in ; share: of the indicator in its domain (0 to 1)
SELECT
    normalised.territory_code,
    normalised.indicator_code,
    criterion.domain_code,
    normalised.score AS normalised,
    criterion.weight
        / sum(criterion.weight) OVER (PARTITION BY normalised.territory_code, criterion.domain_code) AS share
FROM normalised
JOIN criterion USING (indicator_code)
