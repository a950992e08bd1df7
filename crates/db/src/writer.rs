//! The writer: takes waiting units together into one transaction and acknowledges them when it is durable.
//!
//! INVARIANT: an answer leaves only after the commit. A unit that fails takes back its own savepoint and no other
//! unit's; what fails the connection or the disk fails the batch, and every unit in it is told that nothing is known.

mod alike;
mod batch;
mod heads;
mod index;

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::engine::Pools;
use crate::error::{Error, Result};
use crate::failure;
use crate::probe::Probe;
use crate::sql::Sql;
use crate::unit::{Submitted, Unit};
pub(crate) use alike::{LOOKUPS, ONCE};
use heads::Edges;

/// Units that one transaction takes.
const UNITS: usize = 256;
/// How often a batch is tried that was in another node's way.
const TRIES: usize = 5;

/// What the writer is asked to do.
pub(crate) enum Message {
    /// Write a unit.
    Submit(Unit, oneshot::Sender<Result<Submitted>>),
    /// Fill the per-subject index of a service.
    Index(String, oneshot::Sender<Result<()>>),
    /// Stop after what came before.
    Close(oneshot::Sender<()>),
}

/// Every statement of the writer.
pub(crate) const ALL: &[Sql] = &[heads::LOCK, heads::CREATE, heads::MOVE, index::INDEX, index::COVER];

type Answer = oneshot::Sender<Result<Submitted>>;

/// Runs until it is told to close or nobody can ask any more.
pub(crate) async fn run(pools: Pools, mut waiting: mpsc::Receiver<Message>, probe: Option<Arc<dyn Probe>>) {
    let mut writer = Writer { pools, probe, edges: Edges::default(), behind: vec![], last: 0 };
    while let Some(message) = waiting.recv().await {
        let mut next = Some(message);
        while let Some(message) = next.take() {
            match message {
                Message::Submit(unit, answer) => next = writer.gather(unit, answer, &mut waiting).await,
                Message::Index(service, answer) => {
                    answer.send(index::fill(&writer.pools, &service).await).ok();
                }
                Message::Close(answer) => {
                    waiting.close();
                    answer.send(()).ok();
                    return;
                }
            }
        }
    }
}

/// The writer's state: what it remembers of the trees' right edges.
pub(super) struct Writer {
    pools: Pools,
    probe: Option<Arc<dyn Probe>>,
    edges: Edges,
    /// Services whose index has fallen far behind.
    behind: Vec<String>,
    /// How many units the last batch had.
    last: usize,
}

impl Writer {
    /// Takes this unit and what else waits; gives back the first message that is no unit.
    async fn gather(
        &mut self,
        unit: Unit,
        answer: Answer,
        waiting: &mut mpsc::Receiver<Message>,
    ) -> Option<Message> {
        let (mut units, mut answers, mut other, mut waited) = (vec![unit], vec![answer], None, false);
        while units.len() < UNITS {
            match waiting.try_recv() {
                Ok(Message::Submit(unit, answer)) => {
                    units.push(unit);
                    answers.push(answer);
                }
                Ok(message) => {
                    other = Some(message);
                    break;
                }
                // those who were answered together ask again at once: with them, and not one by one
                Err(_) if !waited && units.len() < self.last => {
                    tokio::task::yield_now().await;
                    waited = true;
                }
                Err(_) => break,
            }
        }
        self.last = units.len();
        self.write(&units, answers).await;
        self.catch_up().await;
        other
    }

    async fn write(&mut self, units: &[Unit], answers: Vec<Answer>) {
        match self.attempt(units).await {
            Ok(results) => {
                let told = results.into_iter().zip(answers);
                told.for_each(|(result, answer)| drop(answer.send(result)));
            }
            Err(error) => {
                self.edges.forget();
                answers.into_iter().for_each(|answer| drop(answer.send(Err(error.clone()))));
            }
        }
    }

    /// Indexes a chunk where much was appended. A failure only leaves more for the next time.
    async fn catch_up(&mut self) {
        for service in std::mem::take(&mut self.behind) {
            if let Err(error) = index::chunk(&self.pools, &service).await {
                tracing::warn!(%error, "the per-subject index stays behind");
            }
        }
    }

    /// Carries the batch out, again where another node was in its way and rolled it back.
    async fn attempt(&mut self, units: &[Unit]) -> Result<Vec<Result<Submitted>>> {
        let mut tries = 1;
        loop {
            match batch::run(self, units).await {
                Err(error) if failure::is_collision(&error) && tries < TRIES => {
                    tracing::debug!(tries, "batch collided with another node, trying again");
                    self.edges.forget();
                    tries += 1;
                }
                done => return done,
            }
        }
    }

    /// Lets a test fail here.
    fn probe(&self, stage: crate::probe::Stage, when: crate::probe::When) -> Result<()> {
        match &self.probe {
            Some(probe) if probe.fails(stage, when) => {
                Err(Error::Unavailable { what: stage.name(), why: "a test asked for it".to_owned() })
            }
            _ => Ok(()),
        }
    }
}
