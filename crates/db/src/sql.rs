//! Texts of statements: named, constant, listed, so that a test prepares every one of them on both engines.

/// A statement with its name and its text for each engine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sql {
    /// `module.NAME`; stands in errors.
    pub(crate) name: &'static str,
    pub(crate) text: Text,
}

/// One text for both engines, or an explicit, counted split.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text {
    /// The same on both.
    Both(&'static str),
    /// Different ones.
    Split {
        /// On SQLite.
        sqlite: &'static str,
        /// On PostgreSQL.
        postgres: &'static str,
    },
}

impl Sql {
    /// One text for both engines.
    pub(crate) const fn both(name: &'static str, text: &'static str) -> Self {
        Self { name, text: Text::Both(text) }
    }

    /// Whether it has a text for each engine.
    pub(crate) const fn is_split(&self) -> bool {
        matches!(self.text, Text::Split { .. })
    }

    /// A text for each engine. Counted: at most one in twenty statements.
    pub(crate) const fn split(name: &'static str, sqlite: &'static str, postgres: &'static str) -> Self {
        Self { name, text: Text::Split { sqlite, postgres } }
    }
}

/// Declares statements and `ALL`, the list of them.
macro_rules! statements {
    ($module:literal; $($(#[$doc:meta])* $name:ident = $text:expr;)+) => {
        $($(#[$doc])* pub(crate) const $name: $crate::sql::Sql =
            $crate::sql::Sql::both(concat!($module, ".", stringify!($name)), $text);)+
        /// Every statement of this module.
        pub(crate) const ALL: &[$crate::sql::Sql] = &[$($name),+];
    };
}

/// Declares a row struct over the columns of the same names (after `service`, which stands first in every table),
/// and a macro that gives the list of its columns as a literal.
macro_rules! row {
    ($columns:ident; $(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$doc:meta])* pub $field:ident: $type:ty,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq)]
        $vis struct $name { $($(#[$doc])* pub $field: $type,)+ }

        macro_rules! $columns { () => { concat!("service", $(", ", stringify!($field)),+) } }

        impl $crate::value::FromRow for $name {
            fn from_row(row: $crate::value::Row) -> $crate::Result<Self> {
                let mut cells = row.cells(stringify!($name));
                cells.skip();
                Ok(Self { $($field: cells.take(stringify!($field))?,)+ })
            }
        }

        impl $name {
            /// The cells in the order of the columns, the service first.
            pub(crate) fn cells(&self, service: &str) -> Vec<$crate::Value> {
                vec![
                    $crate::Value::Text(service.to_owned()),
                    $($crate::value::Cell::to_value(&self.$field),)+
                ]
            }
        }

        // Some rows are only ever read.
        const _: fn(&$name, &str) -> Vec<$crate::Value> = $name::cells;

        impl std::fmt::Debug for $name {
            /// Names the type only: the values are a person's.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

/// The arguments of a statement.
macro_rules! args {
    ($($value:expr),* $(,)?) => {{
        use $crate::value::Cell as _;
        vec![$($value.to_value()),*]
    }};
}

pub(crate) use {args, row, statements};
