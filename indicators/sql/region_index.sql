-- The index of each region, its domains first, then its axes, then the whole. Units: see index_rank.sql
SELECT
    index_rank.territory_code AS region_code,
    index_rank.level,
    index_rank.code,
    index_rank.score,
    index_rank.coverage,
    index_rank.rank::INTEGER AS rank,
    index_rank.ranked::INTEGER AS ranked
FROM index_rank
LEFT JOIN mart.domain AS domain ON index_rank.level = 'domaine' AND domain.domain_code = index_rank.code
LEFT JOIN mart.axis AS axis ON index_rank.level = 'axe' AND axis.axis_code = index_rank.code
ORDER BY
    index_rank.territory_code,
    domain.position NULLS LAST,
    axis.position NULLS LAST
