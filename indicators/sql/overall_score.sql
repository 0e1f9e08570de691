-- One row a territory, scored or not.
-- score: weighted mean of the parts, in the unit of the normalisation; NULL under $minimum_coverage
-- coverage: share (0 to 1) of the index's weight that the scored indicators carry, through the scored domains
WITH planned AS (
    SELECT sum(weight) AS weight
    FROM domain_weight
),

scored AS (
    SELECT
        territory_code,
        sum(effective * score) / sum(effective) AS score,
        sum(weight * coverage) AS covered
    FROM overall_part
    GROUP BY territory_code
)

SELECT
    territory.territory_code,
    CASE WHEN round(scored.covered / planned.weight, 9) >= $minimum_coverage THEN scored.score END AS score,
    coalesce(scored.covered / planned.weight, 0) AS coverage
FROM territory
CROSS JOIN planned
LEFT JOIN scored USING (territory_code)
