-- The values that can be compared, turned so that higher always means more fragile.
-- Only published single values: a range, a missing or an unavailable cell is no observation (and never a 0).
-- value: as published, in the unit of the indicator; oriented: value x direction, same unit
SELECT
    published.region_code AS territory_code,
    published.indicator_code,
    published.value,
    published.value * criterion.direction AS oriented
FROM mart.indicator_value AS published
JOIN criterion USING (indicator_code)
SEMI JOIN territory ON territory.territory_code = published.region_code
WHERE published.status = 'value' AND criterion.direction IS NOT NULL
