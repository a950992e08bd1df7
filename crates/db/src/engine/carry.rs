//! What is done with a statement on either engine, in one text: bind its arguments, carry it out, read its rows.
//!
//! A macro and not a generic function: `sqlx` states what a type needs for each database apart, and the list of bounds
//! would be longer than the functions.

/// Writes `bind`, `fetch`, `execute`, `prepare` and `read` for a database: how it takes a null, and which of its types
/// is read as what. A type that is not named is an integer.
macro_rules! carry {
    ($database:ident, $connection:ty, $pool:ty, null: $null:expr, read: { $($($kind:literal)|+ => $read:expr,)+ }) => {
        type Arguments = <$database as sqlx::Database>::Arguments;
        type EngineRow = <$database as sqlx::Database>::Row;

        fn bind<'a>(name: &'static str, args: impl IntoIterator<Item = &'a Value>) -> Result<Arguments> {
            let mut bound = Arguments::default();
            for arg in args {
                let done = match arg {
                    Value::Null => bound.add($null),
                    Value::Int(number) => bound.add(*number),
                    Value::Real(number) => bound.add(*number),
                    Value::Text(text) => bound.add(text.as_str()),
                    Value::Blob(bytes) => bound.add(bytes.as_slice()),
                    Value::Entry(_) => return Err(failure::unplaced(name)),
                };
                done.map_err(|_| Error::corrupt(name))?;
            }
            Ok(bound)
        }

        pub(super) async fn fetch<'c, 'a>(
            on: impl Executor<'c, Database = $database>,
            name: &'static str,
            text: impl sqlx::SqlSafeStr,
            args: impl IntoIterator<Item = &'a Value>,
        ) -> Result<Vec<Row>> {
            let rows = sqlx::query_with(text, bind(name, args)?).fetch_all(on).await;
            let rows = rows.map_err(|error| failure::statement(name, &error))?;
            rows.iter().map(|row| read(name, row)).collect()
        }

        pub(super) async fn execute<'a>(
            on: &mut $connection,
            name: &'static str,
            text: impl sqlx::SqlSafeStr,
            args: impl IntoIterator<Item = &'a Value>,
        ) -> Result<u64> {
            let done = sqlx::query_with(text, bind(name, args)?).execute(on).await;
            done.map(|done| done.rows_affected()).map_err(|error| failure::statement(name, &error))
        }

        pub(super) async fn each(
            on: &mut $connection,
            name: &'static str,
            text: String,
            each: &mut (dyn FnMut(Row) -> bool + Send),
        ) -> Result<()> {
            use futures_util::StreamExt as _;
            let mut rows = sqlx::query(sqlx::AssertSqlSafe(text)).fetch(on);
            while let Some(row) = rows.next().await {
                let row = row.map_err(|error| failure::statement(name, &error))?;
                if !each(read(name, &row)?) {
                    break;
                }
            }
            Ok(())
        }

        pub(super) async fn prepare(pool: &$pool, name: &'static str, text: String) -> Result<()> {
            let text = sqlx::SqlSafeStr::into_sql_str(sqlx::AssertSqlSafe(text));
            pool.prepare(text).await.map(|_| ()).map_err(|error| failure::statement(name, &error))
        }

        fn read(name: &'static str, row: &EngineRow) -> Result<Row> {
            let cells = (0..row.len()).map(|at| cell(row, at)).collect::<Result<_, sqlx::Error>>();
            cells.map(Row).map_err(|_| Error::corrupt(name))
        }

        fn cell(row: &EngineRow, at: usize) -> Result<Value, sqlx::Error> {
            let raw = row.try_get_raw(at)?;
            if raw.is_null() {
                return Ok(Value::Null);
            }
            let kind = raw.type_info().into_owned();
            match kind.name() {
                $($($kind)|+ => $read(row, at),)+
                _ => row.try_get(at).map(Value::Int),
            }
        }
    };
}

pub(super) use carry;
