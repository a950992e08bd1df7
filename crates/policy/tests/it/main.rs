//! What the language promises, from outside.

mod wepack;
