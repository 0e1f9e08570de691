-- The ranks of the domains inside each region, best rank first. Units: see domain_rank.sql
SELECT
    domain_rank.territory_code AS region_code,
    domain_rank.domain_code,
    domain_rank.score,
    domain_rank.coverage,
    domain_rank.objective_rank::INTEGER AS objective_rank,
    domain_rank.objective_ranked::INTEGER AS objective_ranked
FROM domain_rank
JOIN mart.domain AS domain USING (domain_code)
ORDER BY domain_rank.territory_code, domain_rank.objective_rank, domain.position
