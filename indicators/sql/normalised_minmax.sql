-- score: 0 (least fragile territory) to 10 (most fragile)
-- lowest, highest: of the territories, or the reader's goalposts, beyond which nothing counts
SELECT
    territory_code,
    indicator_code,
    10 * (least(greatest(oriented, lowest), highest) - lowest) / (highest - lowest) AS score
FROM observation
JOIN spread USING (indicator_code)
