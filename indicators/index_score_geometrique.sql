-- Scores as they are shown, back from their logarithm. score: 1 (least fragile everywhere) to 10 (most fragile)
SELECT territory_code, level, code, exp(score) AS score, coverage
FROM index_level
