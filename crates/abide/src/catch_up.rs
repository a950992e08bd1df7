//! A database that came back from a backup does again what happened since: at a start, and on `abide replay`.

use std::time::Duration;

use duties::restore::{self, Replayed};

use crate::out;

/// How often another process that restores is asked for.
const AGAIN: Duration = Duration::from_secs(2);

/// Replays if there is something to replay. Another process that is at it is waited for: it goes on with the lease, or
/// died and loses it within two minutes.
pub async fn waiting(service: &duties::Service) -> Result<Option<Replayed>, restore::Error> {
    let mut told = false;
    loop {
        match restore::replay(service).await {
            Err(error @ restore::Error::Busy) => {
                if !told {
                    out::tell(format_args!("abide: {error}"));
                }
                told = true;
                tokio::time::sleep(AGAIN).await;
            }
            done => return done,
        }
    }
}
