-- The scores of the domains in the order of the regions and of the domains. Units: see domain_score.sql
SELECT
    domain_score.territory_code AS region_code,
    domain_score.domain_code,
    domain_score.score,
    domain_score.coverage,
    domain_score.indicator_count::INTEGER AS indicator_count,
    domain_score.indicator_total::INTEGER AS indicator_total
FROM domain_score
JOIN mart.domain AS domain USING (domain_code)
ORDER BY domain_score.territory_code, domain.position
