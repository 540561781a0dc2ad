-- The organiser's list without reading the whole event: in its usual order, and by what is searched for.

-- The schema language knows the columns but not the collation.
CREATE INDEX registration_by_name ON "registration" (event_id, name COLLATE "sv-x-icu", id);

CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- The expressions are those of lib/reports/queries/registration-conditions.ts.
CREATE INDEX registration_search ON "registration" USING gin (
  lower(name COLLATE "sv-x-icu") gin_trgm_ops,
  lower(organisation_name COLLATE "sv-x-icu") gin_trgm_ops,
  lower(email COLLATE "sv-x-icu") gin_trgm_ops
);
