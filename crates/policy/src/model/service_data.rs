//! What customers entrust: data the company holds as a processor (Art. 28).

use super::{AtEnd, Channel, Format, Length, Text};
use serde::{Deserialize, Serialize};

/// The processor's part (WX-16, WX-19, WX-26, WX-27, CN-04, CN-20). Every instruction is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceData {
    /// Whose data it is, in words.
    pub who: Text,
    /// The categories it is in.
    pub categories: Vec<String>,
    /// In which formats the customer can take it along.
    pub export: Vec<Format>,
    /// What becomes of it when the contract ends (Art. 28(3)(g)).
    pub at_end: AtEnd,
    /// How long after the end.
    pub within: Length,
    /// The contract: a document.
    pub contract: Option<String>,
    /// How a change of sub-processors is told (Art. 28(2)).
    pub sub_processors: Option<SubProcessorNotice>,
    /// When staff may look at it.
    pub staff_access: Option<StaffAccess>,
    /// How long until a person's request is forwarded to the customer.
    pub forward_within: Option<Length>,
}

/// How customers hear of a new sub-processor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubProcessorNotice {
    /// How long before it begins.
    pub ahead: Length,
    /// How long the customer can object.
    pub object_within: Length,
    /// By which channels.
    pub by: Vec<Channel>,
}

/// When staff may look at what customers entrusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffAccess {
    /// For which purposes.
    pub purposes: Vec<String>,
    /// For how long at most.
    pub at_most: Option<Length>,
    /// Whether the customer sees each access.
    pub seen_by_customer: bool,
}
