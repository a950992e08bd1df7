-- The database of the Wepack shop, in SQL that SQLite and PostgreSQL both read.
-- Amounts are whole øre. Rows that the books need refer to customers and orders by columns that may be null,
-- so that a customer can be deleted while the invoice stays.

CREATE TABLE customers (
    id          INTEGER PRIMARY KEY,
    name        VARCHAR(80) NOT NULL,
    email       VARCHAR(120) NOT NULL,
    mobile      VARCHAR(20),
    street      VARCHAR(80),
    postcode    VARCHAR(10),
    city        VARCHAR(60),
    country     VARCHAR(2) NOT NULL,
    birth_date  DATE,
    gender      VARCHAR(10) CHECK (gender IN ('female', 'male', 'other')),
    company     VARCHAR(80),
    referred_by INTEGER REFERENCES customers (id),
    created_at  TIMESTAMP NOT NULL
);
CREATE INDEX customers_email ON customers (lower(email));
CREATE INDEX customers_mobile ON customers (mobile);
CREATE INDEX customers_referred_by ON customers (referred_by);

CREATE TABLE accounts (
    customer_id   INTEGER PRIMARY KEY REFERENCES customers (id),
    username      VARCHAR(40) NOT NULL UNIQUE,
    password_hash VARCHAR(200) NOT NULL,
    last_sign_in  TIMESTAMP
);

CREATE TABLE products (
    id        INTEGER PRIMARY KEY,
    name      VARCHAR(80) NOT NULL,
    price_ore INTEGER NOT NULL CHECK (price_ore >= 0)
);

CREATE TABLE orders (
    id            INTEGER PRIMARY KEY,
    customer_id   INTEGER REFERENCES customers (id),
    ordered_at    TIMESTAMP NOT NULL,
    delivered_at  TIMESTAMP,
    status        VARCHAR(12) NOT NULL CHECK (status IN ('open', 'packed', 'sent', 'delivered', 'cancelled')),
    ship_name     VARCHAR(80) NOT NULL,
    ship_street   VARCHAR(80) NOT NULL,
    ship_postcode VARCHAR(10) NOT NULL,
    ship_city     VARCHAR(60) NOT NULL,
    mobile        VARCHAR(20),
    note          VARCHAR(500)
);
CREATE INDEX orders_customer ON orders (customer_id);

CREATE TABLE order_lines (
    order_id   INTEGER NOT NULL REFERENCES orders (id),
    line       INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES products (id),
    quantity   INTEGER NOT NULL CHECK (quantity > 0),
    price_ore  INTEGER NOT NULL CHECK (price_ore >= 0),
    PRIMARY KEY (order_id, line)
);
CREATE INDEX order_lines_product ON order_lines (product_id);

CREATE TABLE invoices (
    id          INTEGER PRIMARY KEY,
    order_id    INTEGER REFERENCES orders (id),
    customer_id INTEGER REFERENCES customers (id),
    issued_on   DATE NOT NULL,
    name        VARCHAR(80) NOT NULL,
    address     VARCHAR(200) NOT NULL,
    amount_ore  INTEGER NOT NULL,
    vat_ore     INTEGER NOT NULL,
    email       VARCHAR(120)
);
CREATE INDEX invoices_order ON invoices (order_id);
CREATE INDEX invoices_customer ON invoices (customer_id);

CREATE TABLE invoice_lines (
    invoice_id INTEGER NOT NULL REFERENCES invoices (id),
    line       INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES products (id),
    text       VARCHAR(120) NOT NULL,
    quantity   INTEGER NOT NULL,
    price_ore  INTEGER NOT NULL,
    PRIMARY KEY (invoice_id, line)
);
CREATE INDEX invoice_lines_product ON invoice_lines (product_id);

CREATE TABLE support_notes (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER REFERENCES customers (id),
    order_id    INTEGER REFERENCES orders (id),
    written_at  TIMESTAMP NOT NULL,
    author      VARCHAR(80) NOT NULL,
    text        VARCHAR(2000) NOT NULL
);
CREATE INDEX support_notes_customer ON support_notes (customer_id);
CREATE INDEX support_notes_order ON support_notes (order_id);
