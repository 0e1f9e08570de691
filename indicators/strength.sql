-- The $count domains where one region is most fragile relative to the others, and the $count where it is least.
-- side: 'fragilite' | 'force' ; place: 1 = the most marked of its side ; score: unit of the normalisation
-- objective_rank: of the domain inside the region ; rank: of the region on the domain ; ranked: among how many
-- With few scored domains the two sides share them in halves: a domain is never on both.
WITH placed AS (
    SELECT
        domain_rank.domain_code,
        domain_rank.objective_rank,
        domain_rank.objective_ranked,
        row_number() OVER (ORDER BY domain_rank.objective_rank, domain.position) AS from_top,
        row_number() OVER (ORDER BY domain_rank.objective_rank DESC, domain.position DESC) AS from_bottom
    FROM domain_rank
    JOIN mart.domain AS domain USING (domain_code)
    WHERE domain_rank.territory_code = $region
),

sided AS (
    SELECT 'fragilite' AS side, from_top AS place, * EXCLUDE (from_top, from_bottom)
    FROM placed
    WHERE from_top <= least($count, objective_ranked // 2)
    UNION ALL
    SELECT 'force' AS side, from_bottom AS place, * EXCLUDE (from_top, from_bottom)
    FROM placed
    WHERE from_bottom <= least($count, objective_ranked // 2)
)

SELECT
    index_rank.territory_code AS region_code,
    sided.side,
    sided.place::INTEGER AS place,
    sided.domain_code,
    index_rank.score,
    index_rank.coverage,
    sided.objective_rank::INTEGER AS objective_rank,
    sided.objective_ranked::INTEGER AS objective_ranked,
    index_rank.rank::INTEGER AS rank,
    index_rank.ranked::INTEGER AS ranked
FROM sided
JOIN index_rank ON index_rank.level = 'domaine' AND index_rank.code = sided.domain_code
WHERE index_rank.territory_code = $region
ORDER BY sided.side DESC, sided.place
