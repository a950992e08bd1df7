//! Store maps: a document of its own that says, for one of the company's databases, what every table and
//! column is. It compiles against a policy; it never touches a database (that is `stores`).

mod model;

pub use model::{
    Class, ColumnMap, Erase, IdentifiedBy, IdentifierKind, Keep, Link, Period, Person, SomebodyElse,
    StoreMap, TableMap,
};
