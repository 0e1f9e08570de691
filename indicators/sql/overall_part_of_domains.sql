-- The domains that make the overall score of a territory, when the domains are what is weighted: what an unscored
-- domain would have weighed goes to all the others in proportion.
-- weight: planned share of the index; effective: weight of the domain in this territory's mean, before division by
-- their sum; score, coverage: as in domain_score.sql
SELECT
    domain_score.territory_code,
    domain_score.domain_code,
    domain_weight.axis_code,
    domain_weight.weight,
    domain_weight.weight AS effective,
    domain_score.score,
    domain_score.coverage
FROM domain_score
JOIN domain_weight USING (domain_code)
WHERE domain_score.score IS NOT NULL
