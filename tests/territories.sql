-- $territories territories and $indicators indicators with values drawn from 0.0 to 100.0: a hash, so that every run
-- draws the same; one value in fifty is missing, one indicator in three goes the other way, weights are 1 to 4.
INSERT INTO raw.edition VALUES (repeat('0', 64), repeat('1', 64), 'tirage.xlsx', true, $recipe, $schema);

INSERT INTO clean.region
SELECT printf('%05d', n), 'Commune ' || n, '', '', '', '', 'singular', 'f', n
FROM range(1, $territories + 1) r(n);

INSERT INTO clean.territory SELECT region_code, 'region' FROM clean.region UNION ALL SELECT 'FR', 'country';

INSERT INTO clean.axis SELECT 'axe' || n, 'Axe ' || n, n FROM range(1, 5) r(n);

INSERT INTO clean.domain SELECT 'd' || n, 'Domaine', 'Domaine', 'axe' || (1 + n % 4), n FROM range(1, 17) r(n);

INSERT INTO clean.indicator
SELECT
    'i' || n, '', 'Indicateur', '', '', '', 'd' || (1 + n % 16), if(n % 3 = 0, -1, 1), '%', 1 + n % 4, NULL,
    '2019', 'Tirage', '', 'Tirage', n, 1
FROM range(1, $indicators + 1) r(n);

INSERT INTO clean.indicator_value
SELECT
    'i' || i, printf('%05d', t), value, NULL, NULL, if(value IS NULL, 'missing', 'value'), 1,
    '', 'Tirage', '', false, '', '', ''
FROM (
    SELECT i, t, if(hash(i, t, 'hole') % 50 > 0, round(hash(i, t) % 1000000 / 10000, 1), NULL) AS value
    FROM range(1, $indicators + 1) a(i), range(1, $territories + 1) b(t)
);
