//! Which address leads where. One place, so that a reader sees every address and a test can walk them all.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use duties::Service;
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::dress::dress;
use crate::fault::Fault;
use crate::follow::{Follower, Make};
use crate::site::{Site, place};
use crate::{
    api, archive, assets, centre, closed, console, demo, form, forms, headers, intake, landing, log, policy,
    receipts, trace,
};

/// How long a form may take to arrive and its answer to be made. (How long the head of a request may take is the
/// server's to say, before it is a request.)
const PATIENCE: Duration = Duration::from_secs(30);

/// The pages of every service of the app, each under the version of its policy that is in force.
pub fn router(app: App) -> Router {
    router_within(app, PATIENCE)
}

/// The same, with another patience: a test need not wait for half a minute.
pub fn router_within(app: App, patience: Duration) -> Router {
    hosted(&app, |service| {
        let maker = app.clone();
        let make: Make = Arc::new(move |service| of_site(&Arc::new(Site::new(&maker, service)), patience));
        Follower::new(service, make).router()
    })
}

/// The one page of each service while its database is behind what is published, and the way in for requests. Programs are
/// answered nothing.
pub fn closed_router(app: App) -> Router {
    hosted(&app, |service| {
        let site = Arc::new(Site::new(&app, service));
        dressed(&site, while_closed(), PATIENCE).merge(api::closed(&site))
    })
}

/// Each service's pages where its base address says.
fn hosted(app: &App, pages: impl Fn(&Arc<Service>) -> Router) -> Router {
    let mut all = Router::new();
    let mut by_host: Vec<(String, Router)> = Vec::new();
    for service in &app.services {
        let (host, base) = place(&service.base_url);
        let pages = pages(service);
        if base.is_empty() {
            by_host.push((host.to_owned(), pages));
        } else {
            all = all.nest_service(base, pages);
        }
    }
    match (by_host.len(), all.has_routes()) {
        (1, false) => by_host.pop().map(|(_, pages)| pages).unwrap_or_default(),
        _ => all.fallback(move |request: Request| dispatch(by_host.clone(), request)),
    }
}

/// Several services at their roots: the one whose base address has the request's host.
async fn dispatch(by_host: Vec<(String, Router)>, request: Request) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase();
    match by_host.into_iter().find(|(name, _)| *name == host) {
        Some((_, pages)) => pages.oneshot(request).await.into_response(),
        None => Fault::NotFound.into_response(),
    }
}

fn of_site(site: &Arc<Site>, patience: Duration) -> Router {
    let mut routes = people().merge(staff()).merge(machines());
    if site.demo.is_some() {
        routes = routes.merge(for_the_demo());
    }
    dressed(site, routes.fallback(|| async { Fault::NotFound }), patience).merge(api::routes(site, patience))
}

/// What every page has around it.
fn dressed(site: &Arc<Site>, routes: Pages, patience: Duration) -> Router {
    routes
        .method_not_allowed_fallback(|| async { Fault::Method })
        .layer(DefaultBodyLimit::max(form::MOST))
        .layer(CsrfLayer::new())
        .layer(from_fn(intake::whole))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, patience))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(Arc::clone(site), dress))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(Arc::clone(site), headers::guard))
        .layer(from_fn_with_state(Arc::clone(site), trace::line))
        .with_state(Arc::clone(site))
}

type Pages = Router<Arc<Site>>;

fn people() -> Pages {
    Router::new()
        .route("/", get(landing::show))
        .route("/policy", get(policy::show))
        .route("/policy.md", get(policy::markdown))
        .route("/policy.pdf", get(policy::pdf))
        .route("/policy/{which}", get(policy::beside))
        .route("/policy/archive", get(archive::list))
        .route("/policy/archive/compare", get(archive::choose))
        .route("/policy/archive/{which}", get(archive::show))
        .route("/forms/{form}", get(forms::show).post(forms::submit))
        .route("/receipts/{id}", get(receipts::show))
        .route("/verify", get(receipts::verify))
        .route("/privacy", get(centre::ask).post(centre::send))
        .route("/privacy/link/{token}", get(centre::link).post(centre::open))
        .route("/privacy/home", get(centre::home))
        .route("/privacy/consents/withdraw", post(centre::take_back))
        .route("/privacy/consents/settle", post(centre::settle))
        .route("/privacy/queue/answer", post(centre::stand_by))
        .route("/privacy/sign-out", post(centre::sign_out))
        .route("/privacy/requests", get(centre::requests).post(centre::create))
        .route("/privacy/requests/new", get(centre::new))
        .route("/privacy/requests/{id}", get(centre::request))
        .route("/privacy/requests/{id}/withdraw", post(centre::withdraw))
        .route("/privacy/requests/{id}/answer", get(centre::answer))
}

fn staff() -> Pages {
    Router::new()
        .route("/console", get(console::today))
        .route("/console/setup", get(console::setup::show).post(console::setup::create))
        .route("/console/setup/code", get(console::setup::show_code).post(console::setup::confirm))
        .route("/console/sign-in", get(console::sign_in::show).post(console::sign_in::submit))
        .route("/console/sign-out", post(console::sign_in::out))
        .route("/console/requests", get(console::requests::list))
        .route("/console/requests/{id}", get(console::requests::show))
        .route("/console/requests/{id}/choose", post(console::requests::choose))
        .route("/console/requests/{id}/plan", post(console::requests::plan))
        .route("/console/requests/{id}/rehearse", post(console::requests::rehearse))
        .route("/console/requests/{id}/rehearsal/{job}", get(console::requests::rehearsal))
        .route("/console/requests/{id}/run", post(console::requests::run))
        .route("/console/requests/{id}/reply", post(console::requests::reply))
        .route("/console/requests/{id}/close", post(console::requests::close))
        .route("/console/requests/{id}/refuse", post(console::requests::refuse))
        .route("/console/requests/{id}/extend", post(console::requests::extend))
        .route("/console/requests/{id}/announce", post(console::requests::announce))
        .route("/console/requests/{id}/lift", post(console::requests::lift))
        .route("/console/requests/{id}/decide", post(console::requests::decide))
        .route("/console/requests/{id}/withhold", post(console::requests::withhold))
        .route("/console/requests/{id}/told", post(console::requests::told))
        .route("/console/requests/{id}/progress", get(console::requests::progress))
        .route("/console/people", get(console::people::ask).post(console::people::find))
        .route("/console/people/enter", get(console::people::enter).post(console::people::create))
        .route("/console/people/{subject}", get(console::people::show))
        .route("/console/people/{subject}/timeline", get(console::people::timeline))
        .route("/console/people/{subject}/explain", get(console::people::explain))
        .route("/console/people/{subject}/evidence", post(console::people::evidence))
        .route(
            "/console/people/{subject}/consent",
            get(console::people::ask_consent).post(console::people::enter_consent),
        )
        .route("/console/people/{subject}/demand", get(console::demands::ask).post(console::demands::create))
        .route("/console/demands", get(console::demands::list))
        .route("/console/demands/{id}", get(console::demands::show))
        .route("/console/demands/{id}/approve", post(console::demands::approve))
        .route("/console/demands/{id}/refuse", post(console::demands::refuse))
        .route("/console/demands/{id}/give", post(console::demands::give))
        .route("/console/policy", get(console::policy::show))
        .route("/console/registers/{which}", get(console::registers::show))
        .route("/console/promises", get(console::promises::show))
        .route("/console/promises/{name}/confirm", post(console::promises::confirm))
        .route("/console/health", get(console::health::show).post(console::health::since))
        .route("/console/team", get(console::team::list).post(console::team::invite))
        .route("/console/team/{id}", get(console::team::show).post(console::team::change))
        .route("/console/team/{id}/close", post(console::team::close))
}

fn machines() -> Pages {
    Router::new()
        .route("/health", get(log::health))
        .route("/checkpoint", get(log::checkpoint))
        .route("/key", get(log::key))
        .route("/keys", get(log::keys))
        .route("/tile/{*path}", get(log::tile))
        .route("/assets/{name}", get(assets::show))
}

fn while_closed() -> Pages {
    Router::new()
        .route("/privacy/queue", post(closed::send).get(closed::show))
        .route("/health", get(closed::health))
        .route("/key", get(log::key))
        .route("/assets/{name}", get(assets::show))
        .fallback(closed::show)
}

fn for_the_demo() -> Pages {
    Router::new()
        .route("/demo/mailbox", get(demo::mailbox))
        .route("/demo/mailbox/{id}", get(demo::letter))
        .route("/demo/staff/{token}", get(demo::staff).post(demo::enter))
}
