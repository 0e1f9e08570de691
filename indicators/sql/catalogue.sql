-- The structure of the index and the profile indicators, in the order of the workbook.
-- values_published: number of regions (not France) with a single published value
SELECT
    indicator.*,
    (
        SELECT count(*)
        FROM mart.indicator_value AS figure
        WHERE
            figure.indicator_code = indicator.indicator_code
            AND figure.region_code <> 'FR'
            AND figure.status = 'value'
    )::INTEGER AS values_published
FROM mart.indicator AS indicator
ORDER BY indicator.sheet, indicator.row_number
