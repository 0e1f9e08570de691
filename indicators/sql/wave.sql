-- Which surveys of one actor speak of fragility, latest first; a wave without a date comes last.
-- regions, domains, figures: counts of what is published and usable (France is not counted among the regions)
SELECT
    wave,
    survey,
    max(survey_date) AS survey_date,
    count(DISTINCT region_code) FILTER (region_code <> 'FR') AS regions,
    count(DISTINCT domain_code) AS domains,
    count(DISTINCT figure_id) AS figures
FROM perceived
GROUP BY wave, survey
ORDER BY max(survey_date) DESC, survey
