-- The structure of the index with some indicators read the other way round, in place of criterion.sql.
-- direction, weight: as there ; $flipped: codes of the indicators whose direction the reader turns
SELECT
    indicator_code,
    domain_code,
    CASE WHEN list_contains($flipped::VARCHAR[], indicator_code) THEN -direction ELSE direction END AS direction,
    weight
FROM mart.indicator
WHERE domain_code IS NOT NULL AND weight > 0
