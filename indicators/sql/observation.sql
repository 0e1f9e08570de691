-- The values that can be compared, turned so that higher always means more fragile.
-- Only published single values: a range, a missing or an unavailable cell is no observation (and never a 0).
-- Every code but France's is a territory (the table's foreign key says so); a join to check it again would cost a
-- tenth of the whole time for 12 million values.
-- value: as published, in the unit of the indicator; oriented: value x direction, same unit
SELECT
    published.region_code AS territory_code,
    published.indicator_code,
    published.value,
    published.value * criterion.direction AS oriented
FROM mart.indicator_value AS published
JOIN criterion USING (indicator_code)
WHERE published.status = 'value' AND published.region_code <> 'FR' AND criterion.direction IS NOT NULL
