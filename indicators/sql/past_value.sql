-- Every year of the indicators that have an earlier one: one row an indicator x year x territory, oldest first.
-- value, low, high: in the unit of the indicator; decimals: the finest shown among the regions that year, and what
-- France is written with beside them
-- earlier: before the current year; joined: counted as the next year in the workbook; comparable: as the current one
WITH dated AS (
    SELECT
        indicator_code,
        period,
        rupture = '' AS joined,
        bool_and(rupture = '') OVER (PARTITION BY indicator_code ORDER BY period DESC) AS comparable,
        period < max(period) OVER (PARTITION BY indicator_code) AS earlier,
        count(*) OVER (PARTITION BY indicator_code) AS years
    FROM mart.indicator_year
),

shown AS (
    SELECT indicator_code, period, max(decimals) AS decimals
    FROM mart.dated_value
    WHERE region_code <> 'FR'
    GROUP BY indicator_code, period
)

SELECT
    figure.indicator_code,
    indicator.label,
    indicator.domain_code,
    indicator.direction,
    indicator.unit,
    figure.region_code,
    figure.period,
    figure.year,
    figure.value,
    figure.low,
    figure.high,
    figure.status,
    CASE
        WHEN figure.region_code = 'FR' AND figure.value IS NOT NULL
            THEN mart.decimals_beside(figure.value, figure.decimals, shown.decimals)
        ELSE shown.decimals
    END::INTEGER AS decimals,
    figure.note,
    figure.source,
    figure.rupture,
    dated.earlier,
    dated.joined,
    dated.comparable,
    figure.raw,
    figure.sheet,
    figure.cell
FROM mart.dated_value AS figure
JOIN dated USING (indicator_code, period)
JOIN shown USING (indicator_code, period)
JOIN mart.indicator AS indicator USING (indicator_code)
LEFT JOIN mart.region AS region USING (region_code)
WHERE dated.years > 1 AND ($indicator = '' OR figure.indicator_code = $indicator)
ORDER BY indicator.row_number, figure.period, region.position NULLS FIRST
