//! Named points of a run, where a test may stop it as a kill would, and where the benchmark looks at the clock.
//! Production watches nothing: the check is one look at a task-local that is not there.

use std::sync::Arc;

use super::{Error, Result};

/// Every point, in the order a run comes by them.
pub const POINTS: &[&str] = &[
    "start:before",
    "start:after",
    "lease:before",
    "lease:after",
    "publish:before",
    "publish:after",
    "store-erase:before",
    "store-erase:after",
    "store-verify:after",
    "forget-rows:before",
    "forget-rows:after",
    "destroy-key:after",
    "tell:before",
    "answer:before",
    "answer-paper:before",
    "answer-paper:after",
    "answer:after",
    "complete:before",
    "complete:after",
];

/// Is asked at each point whether the run ends there.
pub type Watch = Arc<dyn Fn(&'static str) -> bool + Send + Sync>;

tokio::task_local! {
    static WATCH: Watch;
}

/// Runs a future under a watch, for tests and benchmarks.
pub async fn watched<F: Future>(watch: Watch, future: F) -> F::Output {
    WATCH.scope(watch, future).await
}

/// Ends the run here if a watch says so.
pub(super) fn point(name: &'static str) -> Result<()> {
    let stop = WATCH.try_with(|watch| watch(name)).unwrap_or(false);
    if stop { Err(Error::Stopped(name)) } else { Ok(()) }
}
