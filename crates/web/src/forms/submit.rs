//! Taking a form over: stored with its proof, or shown again with what is to be put right.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use duties::collect::{self, NotCollected, Submission};

use super::show::page;
use crate::centre;
use crate::fault::Fault;
use crate::form::Posted;
use crate::visit::Visit;

pub(crate) async fn submit(
    visit: Visit,
    Path(form): Path<String>,
    posted: Posted,
) -> Result<Response, Fault> {
    let token = Some(posted.one(collect::TOKEN)?.to_owned()).filter(|token| !token.is_empty());
    let signed_in = centre::signed_in(&visit).await?.map(|person| person.subject);
    let submission = Submission {
        token,
        signed_in,
        fields: posted.others(&[collect::TOKEN, collect::ACCEPTED]),
        accepted: posted.all(collect::ACCEPTED),
        lang: visit.lang.clone(),
        surface: format!("form:{form}"),
    };
    match collect::submit(&visit.site.service, &form, submission).await {
        Ok(stored) => {
            let to = visit.to(&format!("/receipts/{}?view={}", stored.receipt, stored.view_token));
            Ok(Redirect::to(&to).into_response())
        }
        Err(NotCollected::Refused(refused)) => {
            page(&visit, refused.view, refused.problems, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(NotCollected::TooMany) => Err(Fault::TooMany),
        Err(NotCollected::Failed(error)) => Err(error.into()),
    }
}
