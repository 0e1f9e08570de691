-- What territories are compared on: their scored domains. score: as in domain_score.sql, by zscore
SELECT territory_code, domain_code AS dimension, score
FROM domain_score
WHERE score IS NOT NULL
