-- What territories are compared on: their profile. score: standard deviations from the mean of the territories
SELECT territory_code, indicator_code AS dimension, score
FROM normalised
