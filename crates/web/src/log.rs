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

/// The released checkpoint: a signed note.
pub(crate) async fn checkpoint(visit: Visit) -> Result<Response, Fault> {
    let ledger = accountability::checkpoint(&visit.site.service).await?;
    Ok((TEXT, ledger.checkpoint.ok_or(Fault::NotFound)?).into_response())
}

/// The public key receipts and checkpoints are checked with.
pub(crate) async fn key(visit: Visit) -> Result<Response, Fault> {
    Ok((TEXT, format!("{}\n", accountability::verifier_key(&visit.site.service)?)).into_response())
}

/// A tile, as it was published. Only paths of tiles are looked up.
pub(crate) async fn tile(visit: Visit, Path(path): Path<String>) -> Result<Response, Fault> {
    let is_tile = !path.is_empty() && path.split('/').all(is_tile_part);
    let published = visit.site.service.published.as_ref().filter(|_| is_tile).ok_or(Fault::NotFound)?;
    let bytes = published
        .get(&format!("tile/{path}"))
        .await
        .map_err(|error| Fault::Unavailable(error.to_string()))?;
    let kind = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((kind, bytes.ok_or(Fault::NotFound)?).into_response())
}

/// `0`, `x001`, `067`, `000.p`, `entries`: digits and the few letters of the tiles' specification, never dots alone.
fn is_tile_part(part: &str) -> bool {
    let body = part.strip_suffix(".p").unwrap_or(part);
    let body = body.strip_prefix('x').unwrap_or(body);
    body == "entries"
        || (!body.is_empty() && body.len() <= 4 && body.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_tile_part;

    #[test]
    fn only_tiles_are_looked_up() {
        for part in ["0", "x001", "067", "000.p", "255", "entries"] {
            assert!(is_tile_part(part), "{part}");
        }
        for part in ["", "..", ".", ".p", "x", "a", "checkpoint", "..%2f", "12345"] {
            assert!(!is_tile_part(part), "{part}");
        }
    }
}
