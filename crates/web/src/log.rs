//! The ledger's public face, for machines: hashes and signatures only, so that witnesses and verifiers of others work
//! (C2SP tlog-tiles). And whether we are well.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use duties::accountability;

use crate::fault::Fault;
use crate::visit::Visit;

const TEXT: [(header::HeaderName, &str); 2] =
    [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];

/// Whether the database answers and how far the ledger is published; no secret, no person.
pub(crate) async fn health(visit: Visit) -> Response {
    let service = &visit.site.service;
    match accountability::checkpoint(service).await {
        Ok(ledger) => {
            let body = serde_json::json!({
                "status": "ok",
                "service": service.name,
                "version": env!("CARGO_PKG_VERSION"),
                "policy": service.policy.version.to_string(),
                "ledger": { "size": ledger.size, "published": ledger.published },
            });
            (TEXT_JSON, body.to_string()).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "not healthy");
            let body = serde_json::json!({ "status": "unavailable", "service": service.name });
            (StatusCode::SERVICE_UNAVAILABLE, TEXT_JSON, body.to_string()).into_response()
        }
    }
}

const TEXT_JSON: [(header::HeaderName, &str); 2] =
    [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];

/// The released checkpoint: a signed note, with the cosignatures it has by now.
pub(crate) async fn checkpoint(visit: Visit) -> Result<Response, Fault> {
    let note = accountability::witness::released(&visit.site.service).await?;
    Ok((TEXT, note.ok_or(Fault::NotFound)?).into_response())
}

/// The public key receipts and checkpoints are checked with.
pub(crate) async fn key(visit: Visit) -> Result<Response, Fault> {
    Ok((TEXT, format!("{}\n", accountability::verifier_key(&visit.site.service)?)).into_response())
}

/// Every key the ledger was signed with, and the introduction of each by the one before.
pub(crate) async fn keys(visit: Visit) -> Result<Response, Fault> {
    let list = accountability::signing::list(&visit.site.service).await?;
    let kind = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
    Ok((kind, list.to_json()).into_response())
}

/// A tile of the released ledger, as it was published. Bundles of entries are nobody's but the service's: they say which
/// hash belongs to which body, and whoever an entry concerns has it in the receipt.
pub(crate) async fn tile(visit: Visit, Path(path): Path<String>) -> Result<Response, Fault> {
    let bytes = accountability::tile(&visit.site.service, &format!("tile/{path}")).await?;
    let kind = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((kind, bytes.ok_or(Fault::NotFound)?).into_response())
}
