//! The registers: the records of Article 30, and every wording of consent.

mod consents;
mod processor;
mod record;
mod security;

pub(super) use consents::consents;
pub(super) use processor::processor_record;
pub(super) use record::record;
