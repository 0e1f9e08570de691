-- The territories that are most like $region, nearest first.
-- distance: Euclidean, in standard deviations, over the dimensions that both have, scaled up to all of them as if the
-- missing ones differed as much as the others on average; with less than half in common a territory is left out
-- common, dimensions: how many were compared, out of how many
WITH every_dimension AS (
    SELECT count(DISTINCT dimension) AS dimensions
    FROM dimension
),

compared AS (
    SELECT
        other.territory_code,
        count(*) AS common,
        sum((other.score - mine.score) ** 2) AS squares
    FROM dimension AS other
    JOIN dimension AS mine USING (dimension)
    WHERE mine.territory_code = $region AND other.territory_code <> $region
    GROUP BY other.territory_code
)

SELECT
    compared.territory_code AS region_code,
    sqrt(compared.squares * every_dimension.dimensions / compared.common) AS distance,
    compared.common::INTEGER AS common,
    every_dimension.dimensions::INTEGER AS dimensions
FROM compared
CROSS JOIN every_dimension
JOIN mart.region AS region ON region.region_code = compared.territory_code
WHERE 2 * compared.common >= every_dimension.dimensions
ORDER BY round(distance, 9), region.position
LIMIT $count
