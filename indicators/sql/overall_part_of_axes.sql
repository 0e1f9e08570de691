-- The domains that make the overall score of a territory, when the axes are what is weighted: what an unscored domain
-- would have weighed stays in its axis, and only an axis with a score takes part.
-- weight, effective, score, coverage: as in overall_part_of_domains.sql
WITH planned AS (
    SELECT axis_code, sum(weight) AS weight
    FROM domain_weight
    GROUP BY axis_code
)

SELECT
    domain_score.territory_code,
    domain_score.domain_code,
    domain_weight.axis_code,
    domain_weight.weight,
    domain_weight.weight * planned.weight / sum(domain_weight.weight) OVER (
        PARTITION BY domain_score.territory_code, domain_weight.axis_code
    ) AS effective,
    domain_score.score,
    domain_score.coverage
FROM domain_score
JOIN domain_weight USING (domain_code)
JOIN planned USING (axis_code)
SEMI JOIN (
    SELECT territory_code, axis_code
    FROM axis_score
    WHERE score IS NOT NULL
) AS shown
    ON shown.territory_code = domain_score.territory_code
    AND shown.axis_code = domain_weight.axis_code
WHERE domain_score.score IS NOT NULL
