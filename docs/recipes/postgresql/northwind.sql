-- The customers of Northwind, by purpose: a view for reports, and row-level security for who works in the table itself.
BEGIN;

-- marketing sees whom offers may reach, and of them what an offer needs
CREATE VIEW customers_for_offers WITH (security_barrier) AS
SELECT customer_id, contact_name
FROM customers
WHERE customer_id IN (SELECT reference FROM gate.usable WHERE purpose = 'offers');

GRANT SELECT ON customers_for_offers TO marketing;

-- a tool that insists on the table gets the rows it may use; everybody else keeps what they had
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY offers_only ON customers FOR SELECT TO campaign_tool
    USING (customer_id IN (SELECT reference FROM gate.usable WHERE purpose = 'offers'));
CREATE POLICY trade ON customers TO shop USING (true);
GRANT SELECT (customer_id, contact_name) ON customers TO campaign_tool;
GRANT SELECT, INSERT, UPDATE, DELETE ON customers TO shop;
-- the policy reads as whoever asks
GRANT USAGE ON SCHEMA gate TO campaign_tool;
GRANT SELECT ON gate.usable TO campaign_tool;

COMMIT;
