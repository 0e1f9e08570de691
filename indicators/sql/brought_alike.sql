-- What each indicator brings to its domain, in the unit that domains are brought together in.
-- brought: share of the indicator in its domain x its normalised value ; share, normalised: as in inside.sql
SELECT *, share * normalised AS brought
FROM inside
