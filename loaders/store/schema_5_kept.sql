-- kept: what was computed from the mart when this file was built, one table a result, made from its frame.
-- No row in kept.computation: nothing was, and whoever needs a result computes it.
CREATE SCHEMA kept;

CREATE TABLE kept.computation (
    made_by VARCHAR NOT NULL    -- fingerprint of the code that computed: no other code reads these tables
);
