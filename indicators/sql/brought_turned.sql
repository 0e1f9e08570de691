-- What each indicator brings to its domain, where domains are not brought together as indicators are: the
-- score of the domain, in the unit of the mean above, shared as the indicators make it in their own (by their weights
-- where all of these are at the very bottom). brought: unit of the mean above
SELECT
    inside.*,
    domain_score.score * coalesce(
        inside.share * inside.normalised
        / nullif(sum(inside.share * inside.normalised) OVER (PARTITION BY inside.territory_code, inside.domain_code), 0),
        inside.share
    ) AS brought
FROM inside
LEFT JOIN domain_score USING (territory_code, domain_code)
