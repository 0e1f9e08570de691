-- Indicators that the catalogue places in a domain and that give no score to anyone, with the first reason that holds.
-- weight: what the domain loses of its coverage, before division by the domain's total
SELECT
    indicator.indicator_code,
    indicator.label,
    indicator.domain_code,
    indicator.weight,
    CASE
        WHEN NOT EXISTS (
            FROM mart.indicator_value AS figure
            JOIN territory ON territory.territory_code = figure.region_code
            WHERE figure.indicator_code = indicator.indicator_code AND figure.status = 'value'
        ) THEN 'no_value'
        WHEN indicator.direction IS NULL THEN 'no_direction'
        ELSE 'constant'
    END AS reason
FROM mart.indicator AS indicator
ANTI JOIN spread USING (indicator_code)
WHERE indicator.domain_code IS NOT NULL AND indicator.weight > 0
ORDER BY indicator.row_number
