//! Which of Abide's two databases.

use serde::{Deserialize, Serialize};

/// Which of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// Abide's own.
    Main,
    /// The keys.
    Keys,
}

impl Which {
    /// As the file of classes names it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Keys => "keys",
        }
    }
}
