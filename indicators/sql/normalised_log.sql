-- For the geometric mean (see geometric.py), which is made of a weighted mean of logarithms.
-- score: ln(10 / (11 - F)), F being the min-max value moved from 0-10 to 1-10 (11 - F is never 0: it would carry the
--        whole product away), so from 0 (least fragile territory) to ln 10 (most fragile)
-- lowest, highest: as in normalised_minmax.sql
SELECT
    territory_code,
    indicator_code,
    -ln(1 - 0.9 * (least(greatest(oriented, lowest), highest) - lowest) / (highest - lowest)) AS score
FROM observation
JOIN spread USING (indicator_code)
