//! One list a closed set of words: the same list parses it, prints it, documents it and fills the schema.

/// Declares an enum whose variants are words of the language; `default X` after its name: what is meant if nothing is
/// written.
macro_rules! words {
    ($(#[$outer:meta])* $name:ident $(default $default:ident)? { $($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[doc = $doc])+ #[serde(rename = $word)] $variant,)+ }

        $(impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        })?

        impl $name {
            /// Every word with what it means.
            pub const WORDS: &'static [(&'static str, &'static str)] =
                &[$(($word, concat!($($doc),+)),)+];

            /// The value of a word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// Its word.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

pub(crate) use words;
