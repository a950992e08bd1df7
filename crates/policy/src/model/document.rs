//! Documents the company holds beside the policy: balancing tests, assessments, contracts.

use super::{Length, Text};
use crate::words::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A document with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its name in the file.
    pub name: String,
    /// Its name for people.
    pub title: Text,
    /// What it is.
    pub kind: DocumentKind,
    /// Where it lies, beside the policy.
    pub file: String,
    /// The day it is dated.
    pub on: Date,
    /// How often it is reviewed.
    pub review: Option<Length>,
}

impl Document {
    /// The day by which it is to be reviewed, if it is.
    pub fn due(&self) -> Option<Date> {
        self.on.checked_add(self.review?.span()).ok()
    }
}

words! {
    /// What a document is.
    DocumentKind default Other {
        /// The weighing of a legitimate interest (Art. 6(1)(f)).
        BalancingTest = "balancing-test",
        /// A data protection impact assessment (Art. 35).
        ImpactAssessment = "impact-assessment",
        /// An assessment of a transfer to a third country (Art. 46).
        TransferAssessment = "transfer-assessment",
        /// A contract with a processor or with a customer (Art. 28(3)).
        ProcessingContract = "processing-contract",
        /// A policy of security (Art. 32).
        SecurityPolicy = "security-policy",
        /// The report of an audit or a test.
        AuditReport = "audit-report",
        /// Something else.
        Other = "other",
    }
}
