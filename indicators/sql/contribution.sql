-- What each indicator brings to each score of each region: the parts of a score add up to it.
-- share: of the indicator in the score (0 to 1, they sum to 1); normalised: unit of the normalisation;
-- part: share x normalised, or what brought_turned.sql shares; score: as shown, in the unit of the parts
-- (11 - 10 exp(-their sum) where it is a geometric mean)
WITH above AS (
    SELECT territory_code, 'domaine' AS level, domain_code AS code, domain_code, 1.0::DOUBLE AS share
    FROM domain_score
    UNION ALL
    SELECT
        domain_score.territory_code,
        'axe' AS level,
        domain_weight.axis_code AS code,
        domain_weight.domain_code,
        domain_weight.weight
            / sum(domain_weight.weight) OVER (PARTITION BY domain_score.territory_code, domain_weight.axis_code) AS share
    FROM domain_score
    JOIN domain_weight USING (domain_code)
    WHERE domain_score.score IS NOT NULL
    UNION ALL
    SELECT
        territory_code,
        'ensemble' AS level,
        'ensemble' AS code,
        domain_code,
        effective / sum(effective) OVER (PARTITION BY territory_code) AS share
    FROM overall_part
)

SELECT
    shown.territory_code AS region_code,
    shown.level,
    shown.code,
    brought.indicator_code,
    brought.domain_code,
    brought.normalised,
    brought.share * above.share AS share,
    CASE shown.level
        WHEN 'domaine' THEN brought.share * brought.normalised
        ELSE above.share * brought.brought
    END AS part,
    shown.score
FROM index_score AS shown
JOIN above USING (territory_code, level, code)
JOIN brought USING (territory_code, domain_code)
JOIN mart.indicator AS indicator USING (indicator_code)
WHERE shown.score IS NOT NULL
ORDER BY
    shown.territory_code,
    list_position(['domaine', 'axe', 'ensemble'], shown.level),
    min(indicator.row_number) OVER (PARTITION BY shown.territory_code, shown.level, shown.code),
    indicator.row_number
