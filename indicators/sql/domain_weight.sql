-- What each domain weighs in the index, as the reader chose: two lists of the same length, in the same order.
-- weight: share (0 to 1) of the whole index
SELECT domain.domain_code, domain.axis_code, chosen.weight
FROM (
    SELECT
        unnest($domain_codes::VARCHAR[]) AS domain_code,
        unnest($domain_weights::DOUBLE[]) AS weight
) AS chosen
JOIN mart.domain AS domain USING (domain_code)
WHERE chosen.weight > 0
