-- The indicators that describe a territory without being a fragility (the published axis 1), in place of criterion.sql.
-- A profile has no good or bad end: direction 1 keeps the values as they are.
SELECT indicator_code, NULL::VARCHAR AS domain_code, 1 AS direction, 1.0::DOUBLE AS weight
FROM mart.indicator
WHERE domain_code IS NULL
