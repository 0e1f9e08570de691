-- The three levels of the index in one table: one row a territory x domain, axis, and the whole.
-- score: unit of the normalisation, higher = more fragile (its logarithm for the geometric mean); coverage: 0 to 1
SELECT territory_code, 'domaine' AS level, domain_code AS code, score, coverage
FROM domain_score
UNION ALL
SELECT territory_code, 'axe' AS level, axis_code AS code, score, coverage
FROM axis_score
UNION ALL
SELECT territory_code, 'ensemble' AS level, 'ensemble' AS code, score, coverage
FROM overall_score
