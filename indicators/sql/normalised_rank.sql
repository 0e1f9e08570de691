-- score: published + 1 - rank, so that higher is more fragile as in the other readings; 1 territory at least
-- rank: 1 = most fragile, ties share the better rank
SELECT
    territory_code,
    indicator_code,
    (published + 1 - rank() OVER (PARTITION BY indicator_code ORDER BY oriented DESC))::DOUBLE AS score
FROM observation
JOIN spread USING (indicator_code)
