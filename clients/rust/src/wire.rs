//! How a question travels. A redirect is never followed: it would take the question elsewhere.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use ureq::http::Response;
use ureq::{Agent, Body};

use crate::error::{Error, Problem};

pub(crate) struct Wire {
    base: String,
    bearer: String,
    /// For questions whose answer is short: it is waited for as a whole.
    asks: Agent,
    /// For streams: only each piece is waited for.
    streams: Agent,
}

impl Wire {
    pub fn new(base: &str, token: &str, patience: Duration) -> Self {
        let config = || Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let agent = concat!("abide-client/", env!("CARGO_PKG_VERSION"));
        let asks = config().user_agent(agent).timeout_global(Some(patience)).build();
        let streams = config()
            .user_agent(agent)
            .timeout_connect(Some(patience))
            .timeout_recv_response(Some(patience))
            .timeout_per_read(Some(patience))
            .build();
        Self {
            base: base.trim_end_matches('/').to_owned(),
            bearer: format!("Bearer {token}"),
            asks: asks.into(),
            streams: streams.into(),
        }
    }

    pub fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
        once: Option<&str>,
    ) -> Result<T, Error> {
        let body = serde_json::to_string(body).map_err(Error::unavailable)?;
        let mut request =
            self.asks.post(format!("{}{path}", self.base)).header("authorization", &self.bearer);
        if let Some(key) = once {
            request = request.header("idempotency-key", key);
        }
        let answer = request.content_type("application/json").send(&body);
        json(answered(answer)?)
    }

    pub fn get<T: DeserializeOwned>(&self, path: &str, query: &[(&str, &str)]) -> Result<T, Error> {
        json(self.begin(&self.asks, path, query)?)
    }

    pub fn stream(&self, path: &str, query: &[(&str, &str)]) -> Result<Response<Body>, Error> {
        let answer = self.begin(&self.streams, path, query)?;
        let kind =
            answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("application/x-ndjson") {
            Ok(answer)
        } else {
            Err(Problem::foreign(answer.status().as_u16()).into())
        }
    }

    fn begin(&self, agent: &Agent, path: &str, query: &[(&str, &str)]) -> Result<Response<Body>, Error> {
        let request = agent.get(format!("{}{path}", self.base)).header("authorization", &self.bearer);
        answered(request.query_pairs(query.iter().copied()).call())
    }
}

fn answered(answer: Result<Response<Body>, ureq::Error>) -> Result<Response<Body>, Error> {
    let mut answer = answer.map_err(Error::unavailable)?;
    if answer.status().is_success() {
        return Ok(answer);
    }
    // somebody between here and Abide may have answered
    let told = answer.body_mut().read_to_string().unwrap_or_default();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap_or_default();
    let text =
        |key: &str, else_: &str| told.get(key).and_then(|value| value.as_str()).unwrap_or(else_).to_owned();
    let (status, detail) = (answer.status(), text("detail", "no answer of Abide's"));
    if status.is_server_error() {
        return Err(Error::Unavailable(detail));
    }
    Err(Problem { status: status.as_u16(), code: text("code", "unknown"), detail }.into())
}

fn json<T: DeserializeOwned>(mut answer: Response<Body>) -> Result<T, Error> {
    let text = answer.body_mut().read_to_string().map_err(Error::unavailable)?;
    // serde's message may quote a value
    serde_json::from_str(&text).map_err(|_| Problem::foreign(answer.status().as_u16()).into())
}
