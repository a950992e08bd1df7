//! What the product needs of the outside world: the clock, randomness, mail, the published folder.

pub mod age_file;
pub mod dumps;
pub mod folder;
#[cfg(feature = "kms")]
pub mod kms;
pub mod object_store;
pub mod private;
pub mod root;
pub mod smtp;
pub mod snapshot;
pub mod system;
pub mod witness;
