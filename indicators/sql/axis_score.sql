-- One row a territory x axis, scored or not.
-- score: weighted mean of the axis's scored domains, in the unit of the normalisation; NULL under $minimum_coverage
-- coverage: share (0 to 1) of the axis's weight that the scored indicators carry, through the scored domains
-- (a share is compared to 9 decimals: the order of a floating-point sum must not hide a score)
WITH planned AS (
    SELECT axis_code, sum(weight) AS weight
    FROM domain_weight
    GROUP BY axis_code
),

scored AS (
    SELECT
        domain_score.territory_code,
        domain_weight.axis_code,
        sum(domain_weight.weight * domain_score.score) / sum(domain_weight.weight) AS score,
        sum(domain_weight.weight * domain_score.coverage) AS covered
    FROM domain_score
    JOIN domain_weight USING (domain_code)
    WHERE domain_score.score IS NOT NULL
    GROUP BY domain_score.territory_code, domain_weight.axis_code
)

SELECT
    territory.territory_code,
    axis.axis_code,
    CASE WHEN round(scored.covered / planned.weight, 9) >= $minimum_coverage THEN scored.score END AS score,
    coalesce(scored.covered / planned.weight, 0) AS coverage
FROM territory
CROSS JOIN mart.axis AS axis
LEFT JOIN planned ON planned.axis_code = axis.axis_code
LEFT JOIN scored
    ON scored.territory_code = territory.territory_code
    AND scored.axis_code = axis.axis_code
