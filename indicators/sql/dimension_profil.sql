-- What territories are compared on: of their profile, what says something of its own ($dimensions, see dimensions.py).
-- score: standard deviations from the mean of the territories
SELECT territory_code, indicator_code AS dimension, score
FROM normalised
WHERE list_contains($dimensions::VARCHAR[], indicator_code)
