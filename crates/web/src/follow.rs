//! The pages of the policy in force now: when a version comes into force, pages made for it take the place of those
//! before, by the clock. A page that is being made ends as it began.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use duties::Service;
use duties::accountability::versions::Current;
use tower::ServiceExt;

/// Makes the pages of a service.
pub(crate) type Make = Arc<dyn Fn(&Arc<Service>) -> Router + Send + Sync>;

/// One service's pages.
#[derive(Clone)]
pub(crate) struct Follower {
    current: Arc<Current>,
    make: Make,
    made: Arc<RwLock<(Arc<Service>, Router)>>,
}

impl Follower {
    /// Pages that follow the clock from this service on.
    pub fn new(service: &Arc<Service>, make: Make) -> Self {
        let made = (Arc::clone(service), make(service));
        Self { current: Current::new(Arc::clone(service)), make, made: Arc::new(RwLock::new(made)) }
    }

    /// As a router of its own.
    pub fn router(self) -> Router {
        Router::new().fallback(move |request: Request| self.clone().answer(request))
    }

    /// Answers with the pages of now.
    pub async fn answer(self, request: Request) -> Response {
        let service = self.current.now().await;
        self.pages(&service).oneshot(request).await.into_response()
    }

    fn pages(&self, service: &Arc<Service>) -> Router {
        let (of, pages) = self.made.read().unwrap_or_else(PoisonError::into_inner).clone();
        if Arc::ptr_eq(&of, service) {
            return pages;
        }
        let pages = (self.make)(service);
        *self.made.write().unwrap_or_else(PoisonError::into_inner) = (Arc::clone(service), pages.clone());
        pages
    }
}
