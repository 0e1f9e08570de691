-- The territories that are most like each of $regions, $count of them, nearest first.
-- distance: Euclidean, in standard deviations, over the dimensions that both have, scaled up to all of them as if the
-- missing ones differed as much as the others on average; with less than half in common a territory is left out
-- usual: the root mean square of that distance over all pairs of territories, what two of them taken at random have
-- common, dimensions: how many were compared, out of how many
WITH every_dimension AS (
    SELECT count(DISTINCT dimension) AS dimensions
    FROM dimension
),

compared AS (
    SELECT
        mine.territory_code AS own_code,
        other.territory_code,
        count(*) AS common,
        sum((other.score - mine.score) ** 2) AS squares
    FROM dimension AS other
    JOIN dimension AS mine USING (dimension)
    WHERE mine.territory_code <> other.territory_code
    GROUP BY mine.territory_code, other.territory_code
),

paired AS (
    SELECT
        compared.own_code,
        compared.territory_code,
        compared.common,
        every_dimension.dimensions,
        compared.squares * every_dimension.dimensions / compared.common AS square,
        region.position
    FROM compared
    CROSS JOIN every_dimension
    JOIN mart.region AS own ON own.region_code = compared.own_code
    JOIN mart.region AS region ON region.region_code = compared.territory_code
    WHERE 2 * compared.common >= every_dimension.dimensions
),

every_pair AS (
    SELECT sqrt(avg(square)) AS usual
    FROM paired
)

SELECT
    paired.own_code,
    paired.territory_code AS region_code,
    sqrt(paired.square) AS distance,
    every_pair.usual,
    paired.common::INTEGER AS common,
    paired.dimensions::INTEGER AS dimensions
FROM paired
CROSS JOIN every_pair
WHERE list_contains($regions, paired.own_code)
QUALIFY
    row_number() OVER (PARTITION BY paired.own_code ORDER BY round(sqrt(paired.square), 9), paired.position)
    <= $count
ORDER BY list_position($regions, paired.own_code), round(sqrt(paired.square), 9), paired.position
