-- The actors, with the number of published figures on fragility that can be used (whole population, no doubt on them).
SELECT
    actor.*,
    (
        SELECT count(DISTINCT figure.figure_id)
        FROM mart.perception AS figure
        JOIN mart.measure AS measure USING (measure)
        WHERE
            figure.actor_code = actor.actor_code
            AND measure.kind = 'fragility'
            AND figure.domain_code IS NOT NULL
            AND figure.subpopulation = ''
            AND figure.reliability IN ('confirme', 'publie')
    )::INTEGER AS perceived_figures
FROM mart.actor AS actor
ORDER BY actor.position
