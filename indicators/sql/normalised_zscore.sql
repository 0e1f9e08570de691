-- score: population standard deviations above the mean of the territories; higher is more fragile
SELECT territory_code, indicator_code, (oriented - mean) / deviation AS score
FROM observation
JOIN spread USING (indicator_code)
