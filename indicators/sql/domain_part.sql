-- What each scored domain weighs in the whole of each territory, once what is not scored has left its weight.
-- share: of the domain in that whole (0 to 1, they sum to 1 in a territory)
SELECT
    territory_code AS region_code,
    domain_code,
    effective / sum(effective) OVER (PARTITION BY territory_code) AS share
FROM overall_part
WHERE effective > 0
