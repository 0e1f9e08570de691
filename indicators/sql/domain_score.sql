-- One row a territory x domain, scored or not: a missing score is a fact that the screens must show.
-- score: weighted mean of the normalised indicators, in the unit of the normalisation; NULL under $minimum_coverage
-- coverage: share (0 to 1) of the domain's weight that the scored indicators carry; an indicator of the catalogue
--           without any value (the empty "Handicap" row) lowers it; compared to 9 decimals, because the order of a
--           floating-point sum must not hide a score
WITH planned AS (
    SELECT domain_code, sum(weight) AS weight, count(*) AS indicator_total
    FROM criterion
    GROUP BY domain_code
),

scored AS (
    SELECT
        normalised.territory_code,
        criterion.domain_code,
        sum(criterion.weight * normalised.score) / sum(criterion.weight) AS score,
        sum(criterion.weight) AS weight,
        count(*) AS indicator_count
    FROM normalised
    JOIN criterion USING (indicator_code)
    GROUP BY normalised.territory_code, criterion.domain_code
)

SELECT
    territory.territory_code,
    domain.domain_code,
    CASE WHEN round(scored.weight / planned.weight, 9) >= $minimum_coverage THEN scored.score END AS score,
    coalesce(scored.weight / planned.weight, 0) AS coverage,
    coalesce(scored.indicator_count, 0) AS indicator_count,
    coalesce(planned.indicator_total, 0) AS indicator_total
FROM territory
CROSS JOIN mart.domain AS domain
LEFT JOIN planned ON planned.domain_code = domain.domain_code
LEFT JOIN scored
    ON scored.territory_code = territory.territory_code
    AND scored.domain_code = domain.domain_code
