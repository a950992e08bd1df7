//! The demo only: a mailbox that shows the mails instead of sending them, and the staff's one-use way in. These
//! addresses do not exist in a real deployment.

mod mailbox;
mod staff;

pub(crate) use mailbox::{letter, mailbox};
pub(crate) use staff::{enter, staff};
