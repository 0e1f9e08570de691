-- Scores of the domains (`domain_mean`, 1 to 10) as the geometric mean between domains adds them up.
-- score: ln(10 / (11 - F)) ; the other columns: as in domain_score.sql
SELECT * REPLACE (-ln((11 - score) / 10) AS score)
FROM domain_mean
