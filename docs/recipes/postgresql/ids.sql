-- psql -f ids.sql < ids.csv
-- Which customer is which person of Abide's, as `abide enrol … --ids` writes it. Run it again for new customers: who is there
-- already stays, or becomes the person the new table says.
\set ON_ERROR_STOP on
BEGIN;

CREATE TEMPORARY TABLE told (LIKE gate.person) ON COMMIT DROP;

\copy told FROM pstdin WITH (FORMAT csv, HEADER)

INSERT INTO gate.person AS known (reference, subject)
SELECT reference, subject FROM told
ON CONFLICT (reference) DO UPDATE SET subject = excluded.subject WHERE known.subject <> excluded.subject;

COMMIT;
