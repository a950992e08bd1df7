//! What the product needs of the outside world: the clock, randomness, mail, the published folder.

pub mod folder;
pub mod smtp;
pub mod snapshot;
pub mod system;
