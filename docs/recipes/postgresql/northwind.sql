-- The customers of Northwind, by purpose: a view for reports, and row-level security for who works in the table itself. It can
-- be run again.
BEGIN;

-- marketing sees whom offers may reach, and of them what an offer needs; the view is all it has a right on
CREATE OR REPLACE VIEW customers_for_offers WITH (security_barrier) AS
SELECT customer_id, contact_name
FROM customers
WHERE customer_id IN (SELECT reference FROM gate.usable WHERE purpose = 'offers');

REVOKE ALL ON customers, customers_for_offers FROM PUBLIC, marketing;
GRANT SELECT ON customers_for_offers TO marketing;

-- Row-level security is default-deny: with it, a role sees and changes the rows that a policy of its own lets through, and
-- no other. Name whoever works in the table below, or they see nothing.
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS trade ON customers;
CREATE POLICY trade ON customers TO shop USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON customers TO shop;

-- A tool that insists on the table reads the rows it may use, and writes none. Restrictive: a policy that somebody adds for
-- everybody later lets it see no more. Whom the audience does not know, or where none was fed, there is no row.
DROP POLICY IF EXISTS offers_only ON customers;
CREATE POLICY offers_only ON customers AS RESTRICTIVE TO campaign_tool
    USING (customer_id IN (SELECT reference FROM gate.usable WHERE purpose = 'offers'));
DROP POLICY IF EXISTS offers ON customers;
CREATE POLICY offers ON customers FOR SELECT TO campaign_tool USING (true);
REVOKE ALL ON customers FROM campaign_tool;
GRANT SELECT (customer_id, contact_name) ON customers TO campaign_tool;
-- the policy reads as whoever asks
GRANT USAGE ON SCHEMA gate TO campaign_tool;
GRANT SELECT ON gate.usable TO campaign_tool;

COMMIT;
