//! The mechanisms that looks exercise, as one value: what runs by default, and in tests a broken one among them.

use document::Document;
use gate::{Decision, Question, Rules, Standing};
use policy::{Form, Policy};
use uuid::Uuid;
use vault::Entropy;

use crate::accounts::{Role, Staff};
use crate::collect::{self, FieldProblem, FormView, Submission};
use crate::credentials::password;
use crate::error::Error;
use crate::service::Service;
use crate::sharing::bulk::{self, Weighed};
use crate::sharing::demand::{self, Draft, Lacks};

/// What keeps promises and can be exercised without changing anything.
pub struct Mechanisms {
    /// Whether a use is allowed.
    pub decide: fn(&Rules, &Standing, &Question<'_>) -> Decision,
    /// What is wrong with a submission.
    pub problems: fn(&Service, &Form, &Submission) -> Vec<FieldProblem>,
    /// A form as it is first shown.
    pub view: fn(&Service, &str, &str) -> Result<FormView, Error>,
    /// The published policy.
    pub document: fn(&Policy, &str) -> Document,
    /// What asking for people's data for a recipient amounts to.
    pub weigh: fn(&Policy, &str, &str, u64) -> Weighed,
    /// What stands against giving out what was demanded.
    pub demand: fn(&Policy, &Draft, Uuid, &[Uuid]) -> Option<Lacks>,
    /// Whether a member of staff may see people's data.
    pub sees: fn(&Staff) -> bool,
    /// A password as it is stored; `None` where it could not be.
    pub hash: fn(&str, &dyn Entropy) -> Option<String>,
}

impl Default for Mechanisms {
    fn default() -> Self {
        Self {
            decide: gate::decide,
            problems: collect::problems,
            view: collect::view,
            document: policy::document,
            weigh: bulk::weigh,
            demand: demand::weigh,
            sees: |staff| staff.must_be(Role::Support).is_ok(),
            hash: |password, entropy| password::hash(password, entropy).ok(),
        }
    }
}
