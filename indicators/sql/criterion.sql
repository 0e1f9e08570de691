-- The structure of the index, as the workbook states it: one row an indicator of a domain.
-- direction: +1 when a high value means more fragile, -1 when it means less, NULL when the workbook does not say
-- weight: no unit, relative to the other indicators of the same domain
SELECT indicator_code, domain_code, direction, weight
FROM mart.indicator
WHERE domain_code IS NOT NULL AND weight > 0
