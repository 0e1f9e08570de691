-- score: 0 (least fragile territory) to 10 (most fragile)
SELECT territory_code, indicator_code, 10 * (oriented - lowest) / (highest - lowest) AS score
FROM observation
JOIN spread USING (indicator_code)
