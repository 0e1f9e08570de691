-- What one actor is published to find fragile, domain by domain, as vectors that can serve as weights: one survey, one
-- wave, one measure, never two mixed. France's own figure where there is one, else the plain mean of the regions, and
-- then only of domains published for every region: a mean of some would lean towards them.
-- value: unit of the measure ; origin: 'france' or 'regions' ; domains: how many domains the vector has
-- Latest survey first, then the vector with most domains, shares before notes, France before the regions.
WITH figure AS (
    SELECT survey, wave, max(survey_date) AS survey_date, measure, region_code, domain_code, min(value) AS value
    FROM perceived
    WHERE value IS NOT NULL
    GROUP BY survey, wave, measure, region_code, domain_code
    HAVING min(value) = max(value) -- two different figures for one thing: neither is chosen
),

vector AS (
    SELECT survey, wave, survey_date, measure, domain_code, value, 'france' AS origin
    FROM figure
    WHERE region_code = 'FR'
    UNION ALL
    SELECT survey, wave, max(survey_date) AS survey_date, measure, domain_code, avg(value) AS value, 'regions' AS origin
    FROM figure
    SEMI JOIN territory ON territory.territory_code = figure.region_code
    GROUP BY survey, wave, measure, domain_code
    HAVING count(*) = (SELECT count(*) FROM territory)
)

SELECT
    vector.domain_code,
    vector.value,
    vector.measure,
    vector.survey,
    vector.wave,
    max(vector.survey_date) OVER (PARTITION BY vector.survey, vector.wave) AS survey_date,
    vector.origin,
    count(*) OVER same_vector::INTEGER AS domains
FROM vector
JOIN mart.domain AS domain USING (domain_code)
WINDOW same_vector AS (PARTITION BY vector.survey, vector.wave, vector.measure, vector.origin)
QUALIFY sum(vector.value) OVER same_vector > 0
ORDER BY
    max(vector.survey_date) OVER (PARTITION BY vector.survey, vector.wave) DESC,
    vector.survey,
    domains DESC,
    vector.measure = 'part_priorite_pct' DESC,
    vector.origin,
    domain.position
