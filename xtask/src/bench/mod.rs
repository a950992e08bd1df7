//! placeholder
use clap::Args;
/// What to measure.
#[derive(Args)]
pub struct Options {}
/// Measures.
pub fn run(_: &Options) -> anyhow::Result<()> {
    anyhow::bail!("no benchmark is written yet")
}
