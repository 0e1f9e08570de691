-- The values of the indicators that fail the usual rule on outliers (thresholds: see outliers.py), but for those that
-- have goalposts. oriented: unit of the indicator ; skewness, kurtosis: as of a sample, of the oriented values
WITH failing AS (
    SELECT
        indicator_code,
        skewness(oriented) AS skewness,
        kurtosis(oriented) AS kurtosis
    FROM observation
    GROUP BY indicator_code
    HAVING abs(skewness(oriented)) > $skewness AND kurtosis(oriented) > $kurtosis
)

SELECT
    observation.indicator_code,
    observation.territory_code AS region_code,
    observation.value,
    observation.oriented,
    criterion.direction,
    failing.skewness,
    failing.kurtosis
FROM observation
JOIN failing USING (indicator_code)
JOIN criterion USING (indicator_code)
JOIN mart.indicator AS indicator USING (indicator_code)
WHERE NOT list_contains($bounded::VARCHAR[], observation.indicator_code)
ORDER BY indicator.row_number, observation.territory_code
