-- Scores as they are shown, back from their logarithm: 11 - geometric mean of (11 - F). score: 1 (least fragile everywhere) to 10 (most fragile)
SELECT territory_code, level, code, 11 - 10 * exp(-score) AS score, coverage
FROM index_level
