-- The territories that are compared: regions today, communes tomorrow. France is a benchmark, never one of them.
-- territory_code: INSEE code
SELECT region_code AS territory_code
FROM mart.region
