-- The domains with the label of their axis, in the observatory's order.
SELECT
    domain.domain_code,
    domain.label,
    domain.short_label,
    domain.axis_code,
    axis.label AS axis_label,
    domain.position
FROM mart.domain AS domain
JOIN mart.axis AS axis USING (axis_code)
ORDER BY domain.position
