-- Scores as they are shown. score: unit of the normalisation
SELECT territory_code, level, code, score, coverage
FROM index_level
