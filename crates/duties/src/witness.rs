//! A witness, as it can be asked: others who sign that they saw the ledger grow, and only grow. The trait; who asks
//! is [`crate::accountability::witness`], and the connection is the binary's.

use ledger::WitnessKey;

use crate::published::Answer;

/// One witness.
pub trait Witness: Send + Sync {
    /// Its public key, by which its answers are believed.
    fn key(&self) -> &WitnessKey;
    /// Sends an `add-checkpoint` body; the answer's status and body. One that does not answer is `NotPublished`, with
    /// the witness' address as the path.
    fn add_checkpoint(&self, body: String) -> Answer<'_, (u16, String)>;
}
