-- For the geometric mean, which is the exponential of a weighted mean of logarithms.
-- score: natural logarithm of the min-max value moved from 0-10 to 1-10 (a 0 would carry the whole product away),
--        so from 0 (least fragile territory) to ln 10 (most fragile)
SELECT territory_code, indicator_code, ln(1 + 9 * (oriented - lowest) / (highest - lowest)) AS score
FROM observation
JOIN spread USING (indicator_code)
