//! No core dumps: one would hold keys and what people wrote.

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

use crate::out;

/// Forbids them for this process. Where the system refuses, that is said: it is the operator's then.
pub fn forbid() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let limited = setrlimit(Resource::Core, none);
    let hidden = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    if limited.is_err() || hidden.is_err() {
        out::tell(format_args!(
            "abide: this system lets nobody forbid core dumps; see that none are written: one would hold keys"
        ));
    }
}
