//! The policy compiled for the gate: made once for each policy that a node runs.

use std::sync::{Arc, Mutex, PoisonError};

use gate::Rules;
use policy::Policy;

/// The rules of the policy last asked for.
#[derive(Default)]
pub(crate) struct Compiled(Mutex<Option<(Arc<Policy>, Arc<Rules>)>>);

impl Compiled {
    /// The rules of this policy.
    pub fn of(&self, policy: &Arc<Policy>) -> Arc<Rules> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((of, rules)) if Arc::ptr_eq(of, policy) => Arc::clone(rules),
            _ => {
                let rules = Arc::new(Rules::of(policy));
                *kept = Some((Arc::clone(policy), Arc::clone(&rules)));
                rules
            }
        }
    }
}
