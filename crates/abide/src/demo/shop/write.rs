//! Writes the made-up shop into an SQLite file. This is a company's own database, not one of Abide's: the only other
//! place with SQL, and it ends with the demo.

use std::path::Path;

use anyhow::{Context, Result};
use jiff::civil::Date;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor, SqliteConnection};

use super::orders::Order;
use super::people::Customer;
use super::words::PRODUCTS;

const SCHEMA: &str = include_str!("../../../../../examples/wepack/shop/schema.sql");

/// The database being written, in one transaction.
pub struct Shop {
    connection: SqliteConnection,
    orders: i64,
    notes: i64,
}

impl Shop {
    /// Makes the file, its tables and its products.
    pub async fn create(path: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
        let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Off);
        let connection = SqliteConnection::connect_with(&options).await;
        let mut connection =
            connection.with_context(|| format!("cannot make the shop at {}", path.display()))?;
        connection.execute(SCHEMA).await.context("the shop's schema")?;
        connection.execute("BEGIN").await?;
        for (id, (name, price)) in (1i64..).zip(PRODUCTS) {
            let insert = sqlx::query("INSERT INTO products (id, name, price_ore) VALUES ($1, $2, $3)");
            insert.bind(id).bind(*name).bind(*price).execute(&mut connection).await?;
        }
        Ok(Self { connection, orders: 0, notes: 0 })
    }

    /// A customer with an account.
    pub async fn customer(&mut self, customer: &Customer, today: Date) -> Result<()> {
        let since = today.saturating_sub(jiff::Span::new().days(customer.since)).to_string();
        let insert = sqlx::query(
            "INSERT INTO customers (id, name, email, mobile, street, postcode, city, country, birth_date, gender, company, \
             created_at, referred_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 'NO', $8, $9, $10, $11, $12)",
        );
        let insert =
            insert.bind(customer.id).bind(&customer.name).bind(&customer.email).bind(&customer.mobile);
        let insert = insert.bind(&customer.street).bind(&customer.postcode).bind(&customer.city);
        let insert = insert.bind(&customer.birth_date).bind(customer.gender).bind(customer.company);
        insert.bind(&since).bind(customer.referred_by).execute(&mut self.connection).await?;
        let account = sqlx::query(
            "INSERT INTO accounts (customer_id, username, password_hash, last_sign_in) VALUES ($1, $2, $3, $4)",
        );
        let account = account.bind(customer.id).bind(&customer.username);
        account.bind("$argon2id$made-up").bind(&since).execute(&mut self.connection).await?;
        Ok(())
    }

    /// An order with its lines and its invoice.
    pub async fn order(&mut self, customer: &Customer, order: &Order) -> Result<()> {
        self.orders += 1;
        let insert = sqlx::query(
            "INSERT INTO orders (id, customer_id, ordered_at, delivered_at, status, ship_name, ship_street, ship_postcode, \
             ship_city, mobile, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        );
        let insert = insert.bind(self.orders).bind(customer.id).bind(order.ordered.to_string());
        let insert =
            insert.bind(order.delivered.map(|day| day.to_string())).bind(order.status).bind(&order.ship_name);
        let insert = insert.bind(&customer.street).bind(&customer.postcode).bind(&customer.city);
        insert.bind(&customer.mobile).bind(&order.note).execute(&mut self.connection).await?;
        self.invoice(customer, order).await?;
        let mut line = 0;
        for (product, quantity, price) in &order.lines {
            line += 1;
            self.line(line, *product, *quantity, *price).await?;
        }
        Ok(())
    }

    async fn invoice(&mut self, customer: &Customer, order: &Order) -> Result<()> {
        let insert = sqlx::query(
            "INSERT INTO invoices (id, order_id, customer_id, issued_on, name, address, email, amount_ore, vat_ore) \
             VALUES ($1, $1, $2, $3, $4, $5, $6, $7, $8)",
        );
        let address = format!("{}, {} {}", customer.street, customer.postcode, customer.city);
        let issued = order.delivered.unwrap_or(order.ordered).to_string();
        let insert =
            insert.bind(self.orders).bind(customer.id).bind(issued).bind(&customer.name).bind(address);
        let insert = insert.bind(&customer.email).bind(order.sum()).bind(order.vat());
        insert.execute(&mut self.connection).await?;
        Ok(())
    }

    async fn line(&mut self, line: i64, product: i64, quantity: i64, price: i64) -> Result<()> {
        let ordered = sqlx::query(
            "INSERT INTO order_lines (order_id, line, product_id, quantity, price_ore) VALUES ($1, $2, $3, $4, $5)",
        );
        let ordered = ordered.bind(self.orders).bind(line).bind(product).bind(quantity).bind(price);
        ordered.execute(&mut self.connection).await?;
        let invoiced = sqlx::query(
            "INSERT INTO invoice_lines (invoice_id, line, product_id, text, quantity, price_ore) \
             SELECT $1, $2, id, name, $4, $5 FROM products WHERE id = $3",
        );
        let invoiced = invoiced.bind(self.orders).bind(line).bind(product).bind(quantity).bind(price);
        invoiced.execute(&mut self.connection).await?;
        Ok(())
    }

    /// A support note in free text.
    pub async fn note(&mut self, customer: &Customer, day: Date, text: &str) -> Result<()> {
        self.notes += 1;
        let insert = sqlx::query(
            "INSERT INTO support_notes (id, customer_id, written_at, author, text) VALUES ($1, $2, $3, 'support', $4)",
        );
        let insert = insert.bind(self.notes).bind(customer.id).bind(day.to_string()).bind(text);
        insert.execute(&mut self.connection).await?;
        Ok(())
    }

    /// Commits, and closes the file.
    pub async fn finish(mut self) -> Result<()> {
        self.connection.execute("COMMIT").await?;
        self.connection.execute("PRAGMA optimize").await?;
        self.connection.close().await.context("cannot close the shop's database")
    }
}
