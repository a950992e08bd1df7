//! `abide enrol`: people who were there before, from a file; broken off, it is simply given again.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context, Result};
use duties::Service;
use duties::enrol::{self, Enrolled, Format, Line, NotEnrolled, NotRead};
use serde_json::json;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{beside, progress};
use crate::Ending;
use crate::cli::Enrol;
use crate::out;

/// Lines under way at once: the writer takes them into one commit.
const AT_ONCE: usize = 64;

/// What became of a line: its number, its reference.
type Ended = (u64, String, Result<Option<Enrolled>, NotEnrolled>);

/// What became of the lines.
#[derive(Default)]
struct Done {
    new: u64,
    before: u64,
    stopped: Vec<u64>,
    refused: Vec<(u64, String)>,
    ids: Option<Ids>,
}

/// Reads the file and carries its lines out.
pub fn run(options: &Enrol) -> Result<Ending> {
    let format = match options.file.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => Format::Csv,
        _ => Format::JsonLines,
    };
    let length = std::fs::metadata(&options.file)
        .with_context(|| format!("cannot read {}", options.file.display()))?
        .len();
    beside::with_stores(&options.server, async |service| {
        let bar = progress::bar(lines_in(&options.file, length)?, "lines");
        let file = File::open(&options.file).context("the file went away")?;
        let ids = options.ids.as_deref().map(Ids::create).transpose()?;
        let mut done = Done { ids, ..Done::default() };
        carry_out(service, enrol::read(format, file), options.check, &bar, &mut done).await?;
        if let Some(ids) = done.ids.take() {
            ids.finish()?;
        }
        bar.finish_and_clear();
        duties::accountability::publish(service).await?;
        say(options, &done)?;
        Ok(if done.refused.is_empty() { Ending::Well } else { Ending::Faults })
    })
}

/// About how many lines, for the bar.
fn lines_in(path: &Path, length: u64) -> Result<u64> {
    use std::io::Read as _;
    let mut first = vec![];
    File::open(path)?.take(64 * 1024).read_to_end(&mut first)?;
    let lines = first.iter().filter(|byte| **byte == b'\n').count().max(1) as u64;
    Ok((length * lines).checked_div(first.len() as u64).unwrap_or(0))
}

async fn carry_out(
    service: &std::sync::Arc<Service>,
    lines: impl Iterator<Item = Result<(u64, Line), NotRead>>,
    check: bool,
    bar: &indicatif::ProgressBar,
    done: &mut Done,
) -> Result<()> {
    let mut under_way = JoinSet::new();
    for line in lines {
        bar.inc(1);
        match line {
            Err(unread) => done.refused.push((unread.line, unread.why)),
            Ok((number, line)) => {
                if under_way.len() >= AT_ONCE
                    && let Some(ended) = under_way.join_next().await
                {
                    done.count(ended?)?;
                }
                let service = std::sync::Arc::clone(service);
                under_way.spawn(async move {
                    let result = if check {
                        enrol::check(&service, &line).await.map(|()| None)
                    } else {
                        enrol::enrol(&service, &line).await.map(Some)
                    };
                    (number, line.reference, result)
                });
            }
        }
    }
    while let Some(ended) = under_way.join_next().await {
        done.count(ended?)?;
    }
    done.refused.sort();
    done.stopped.sort_unstable();
    Ok(())
}

impl Done {
    fn count(&mut self, (number, reference, result): Ended) -> Result<()> {
        match result {
            Ok(Some(Enrolled::New(subject))) => {
                self.new += 1;
                self.tell(&reference, subject)?;
            }
            Ok(None) => self.new += 1,
            Ok(Some(Enrolled::Before(subject))) => {
                self.before += 1;
                subject.map_or(Ok(()), |subject| self.tell(&reference, subject))?;
            }
            Err(NotEnrolled::Suppressed) => self.stopped.push(number),
            Err(NotEnrolled::Refused(why)) => self.refused.push((number, why)),
            Err(NotEnrolled::Failed(error)) => {
                return Err(error)
                    .context("broken off: give the same file again, nothing is carried out twice");
            }
        }
        Ok(())
    }

    fn tell(&mut self, reference: &str, subject: Uuid) -> Result<()> {
        self.ids.as_mut().map_or(Ok(()), |ids| ids.tell(reference, subject))
    }
}

/// The table of ids. Only its owner may read it: it says who in a company's database is whom here.
struct Ids(BufWriter<File>);

impl Ids {
    fn create(path: &Path) -> Result<Self> {
        use std::os::unix::fs::OpenOptionsExt as _;
        let file = File::options().write(true).create(true).truncate(true).mode(0o600).open(path);
        let mut ids = Self(BufWriter::new(file.with_context(|| format!("cannot write {}", path.display()))?));
        ids.0.write_all(b"reference,subject\n")?;
        Ok(ids)
    }

    /// As RFC 4180 quotes.
    fn tell(&mut self, reference: &str, subject: Uuid) -> Result<()> {
        let quoted = reference.replace('"', "\"\"");
        writeln!(self.0, "\"{quoted}\",{subject}").context("cannot write the table of ids")
    }

    fn finish(mut self) -> Result<()> {
        self.0.flush().context("cannot write the table of ids")
    }
}

fn say(options: &Enrol, done: &Done) -> Result<()> {
    if options.json {
        let refused: Vec<_> =
            done.refused.iter().map(|(line, why)| json!({ "line": line, "why": why })).collect();
        let told = json!({ "enrolled": done.new, "before": done.before, "checked_only": options.check, "refused": refused, "stopped": done.stopped });
        return out::line(format_args!("{told:#}"));
    }
    for (line, why) in &done.refused {
        out::tell(format_args!("{}:{line}: {why}", options.file.display()));
    }
    for line in &done.stopped {
        out::tell(format_args!("{}:{line}: {}", options.file.display(), NotEnrolled::Suppressed));
    }
    let verb = if options.check { "would be enrolled" } else { "enrolled" };
    out::line(format_args!(
        "{} {verb}, {} were there from this file before, {} stopped, {} refused",
        done.new,
        done.before,
        done.stopped.len(),
        done.refused.len()
    ))
}
