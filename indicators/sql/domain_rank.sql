-- The domains of one territory ranked against each other; only those with a score take part.
-- objective_rank: 1 = the domain where this territory is most fragile relative to the others; scores that are equal
--                 to 9 decimals are equal (the order of a floating-point sum must not break a tie)
-- objective_ranked: number of domains that take part
SELECT
    territory_code,
    domain_code,
    score,
    coverage,
    rank() OVER (PARTITION BY territory_code ORDER BY round(score, 9) DESC) AS objective_rank,
    count(*) OVER (PARTITION BY territory_code) AS objective_ranked
FROM domain_score
WHERE score IS NOT NULL
