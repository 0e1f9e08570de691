-- The $count domains where each of $regions is most fragile relative to the others, and the $count where it is least.
-- side: 'fragilite' | 'force' ; place: 1 = the most marked of its side ; score: unit of the normalisation
-- objective_rank: of the domain inside the region ; rank: of the region on the domain ; ranked: among how many
-- A domain is on a side only when the region stands on that side of the regions there: what is read as « among the
-- most fragile » is never a domain where most regions are more fragile. In the order of the ranks that are shown, from
-- the other end for the least fragile; at one rank, the score furthest from the other regions first.
-- half: 1 where fewer regions are more fragile than less fragile, -1 where more are, 0 in the middle (ties are neither)
WITH halved AS (
    SELECT
        territory_code,
        code AS domain_code,
        rank,
        ranked,
        sign(ranked + 2 - 2 * rank - count(*) OVER (PARTITION BY code, round(score, 9))) AS half
    FROM index_rank
    WHERE level = 'domaine' AND rank IS NOT NULL
),

placed AS (
    SELECT
        domain_rank.territory_code,
        domain_rank.domain_code,
        domain_rank.objective_rank,
        domain_rank.objective_ranked,
        halved.half,
        row_number() OVER (
            PARTITION BY territory_code, half
            ORDER BY halved.rank, domain_rank.objective_rank, domain.position
        ) AS from_top,
        row_number() OVER (
            PARTITION BY territory_code, half
            ORDER BY halved.ranked - halved.rank, domain_rank.objective_rank DESC, domain.position DESC
        ) AS from_bottom
    FROM domain_rank
    JOIN halved USING (territory_code, domain_code)
    JOIN mart.domain AS domain USING (domain_code)
    WHERE list_contains($regions, domain_rank.territory_code)
),

sided AS (
    SELECT 'fragilite' AS side, from_top AS place, * EXCLUDE (half, from_top, from_bottom)
    FROM placed
    WHERE half = 1 AND from_top <= $count
    UNION ALL
    SELECT 'force' AS side, from_bottom AS place, * EXCLUDE (half, from_top, from_bottom)
    FROM placed
    WHERE half = -1 AND from_bottom <= $count
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
JOIN index_rank
    ON index_rank.territory_code = sided.territory_code
    AND index_rank.level = 'domaine'
    AND index_rank.code = sided.domain_code
ORDER BY list_position($regions, sided.territory_code), sided.side DESC, sided.place
