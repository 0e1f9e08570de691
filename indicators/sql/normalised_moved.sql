-- For an arithmetic mean that a geometric one goes with, before or after it.
-- score: F, the min-max value moved from 0-10 to 1 (least fragile territory) to 10 (most fragile)
-- lowest, highest: as in normalised_minmax.sql
SELECT
    territory_code,
    indicator_code,
    1 + 9 * (least(greatest(oriented, lowest), highest) - lowest) / (highest - lowest) AS score
FROM observation
JOIN spread USING (indicator_code)
