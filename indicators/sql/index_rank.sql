-- The territories ranked against each other on each domain, axis, and on the whole.
-- rank: 1 = most fragile; ties (equal to 9 decimals, as in domain_rank.sql) share the better rank; NULL without score
-- ranked: number of territories with a score there
SELECT
    territory_code,
    level,
    code,
    score,
    coverage,
    CASE
        WHEN score IS NOT NULL
            THEN rank() OVER (PARTITION BY level, code ORDER BY round(score, 9) DESC NULLS LAST)
    END AS rank,
    count(score) OVER (PARTITION BY level, code) AS ranked
FROM index_score
