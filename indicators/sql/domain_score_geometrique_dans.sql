-- Scores of the domains (`domain_mean`, logarithms of the geometric mean inside them) as the arithmetic mean between
-- domains adds them up. score: 1 to 10 ; the other columns: as in domain_score.sql
SELECT * REPLACE (11 - 10 * exp(-score) AS score)
FROM domain_mean
