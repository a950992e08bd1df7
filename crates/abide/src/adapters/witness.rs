//! A witness over HTTP (C2SP tlog-witness): one POST to `add-checkpoint`. Its answer is believed by its key alone, so
//! plain http gives nothing away and lets nobody pose as it.

use std::sync::Arc;
use std::time::Duration;

use duties::published::{Answer, NotPublished};
use duties::witness::Witness;
use ledger::WitnessKey;

/// A witness that takes longer is asked again in the next round.
const PATIENCE: Duration = Duration::from_secs(5);
/// An answer is a few signature lines.
const MOST: u64 = 64 * 1024;

/// A witness at an address.
pub struct HttpWitness {
    key: WitnessKey,
    address: String,
    agent: ureq::Agent,
}

impl HttpWitness {
    /// The witness of this submission prefix (`https://witness.example/w`).
    pub fn at(prefix: &str, key: WitnessKey) -> Arc<dyn Witness> {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("abide/", env!("CARGO_PKG_VERSION")))
            .build();
        let address = format!("{}/add-checkpoint", prefix.trim_end_matches('/'));
        Arc::new(Self { key, address, agent: config.into() })
    }
}

fn post(agent: &ureq::Agent, address: &str, body: &str) -> Result<(u16, String), ureq::Error> {
    let mut answer = agent.post(address).content_type("text/plain; charset=utf-8").send(body)?;
    let status = answer.status().as_u16();
    Ok((status, answer.body_mut().with_config().limit(MOST).read_to_string()?))
}

impl Witness for HttpWitness {
    fn key(&self) -> &WitnessKey {
        &self.key
    }

    fn add_checkpoint(&self, body: String) -> Answer<'_, (u16, String)> {
        let (agent, address) = (self.agent.clone(), self.address.clone());
        Box::pin(async move {
            let refused = |reason: String| NotPublished { path: self.address.clone(), reason };
            // the client waits on its own thread, never on the server's
            let asked = tokio::task::spawn_blocking(move || post(&agent, &address, &body)).await;
            let asked = asked.map_err(|error| refused(error.to_string()))?;
            asked.map_err(|error| refused(error.to_string()))
        })
    }
}
