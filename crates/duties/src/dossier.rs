//! Evidence for an authority: a person's entries with their proofs in one zip that says itself how to verify it.
//!
//! The package is signed by way of the ledger: that it was given out is an entry, whose sealed words carry the hash of
//! the list of its files. Its receipt comes with it. So `abide verify` and `sha256sum` check it, without this server.
//!
//! Contract: nothing is given out that the published ledger does not prove yet.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use db::subjects;
use ledger::{Kind, Receipt};
use texts::{Texts, texts};
use uuid::Uuid;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::accountability::{self, Moment, timeline};
use crate::accounts::{Role, Staff};
use crate::entries;
use crate::error::Error;
use crate::receipts;
use crate::service::Service;

/// How an authority stands among the recipients: it is none of the policy's.
const RECIPIENT: &str = "supervisory-authority";
/// The longest name of an authority, in bytes.
const LONGEST: usize = 200;

/// A package to be handed over.
pub struct Dossier {
    /// The zip.
    pub bytes: Vec<u8>,
    /// The entry that says it was given out.
    pub entry: Uuid,
}

/// One file.
struct File {
    path: String,
    bytes: Vec<u8>,
}

/// Puts the evidence about one person together for an authority, and writes down that it was given out, to whom and why.
///
/// # Errors
/// [`Error::Forbidden`] for less than a privacy lead; [`Error::NotFound`] for an empty authority, an unknown person, or
/// where nothing is published.
pub async fn dossier(
    service: &Service,
    staff: &Staff,
    subject: Uuid,
    authority: &str,
    lang: &str,
) -> Result<Dossier, Error> {
    staff.must_be(Role::PrivacyLead)?;
    let authority = authority.trim();
    if authority.is_empty() || authority.len() > LONGEST {
        return Err(Error::NotFound("authority"));
    }
    let words = texts(service.language(lang));
    published(service).await?;
    let files = files(service, subject, words).await?;
    let sums = sums(&files);
    let entry = given_out(service, staff, subject, authority, &sums).await?;
    published(service).await?;
    let receipt = receipts::of_entry(service, subject, entry).await?;
    let last = [
        File { path: "SHA256SUMS".to_owned(), bytes: sums.into_bytes() },
        File { path: "package.json".to_owned(), bytes: to_json(&receipt)? },
        File { path: "README.txt".to_owned(), bytes: readme(service, authority, words)?.into_bytes() },
    ];
    Ok(Dossier { bytes: zip(last.iter().chain(&files))?, entry })
}

/// Everything so far is signed and published.
async fn published(service: &Service) -> Result<(), Error> {
    let ledger = accountability::publish(service).await?;
    if ledger.checkpoint.is_none() { Err(Error::NotFound("published ledger")) } else { Ok(()) }
}

async fn files(service: &Service, subject: Uuid, words: &Texts) -> Result<Vec<File>, Error> {
    let moments = timeline(service, subject, words.lang()).await?;
    if moments.is_empty() {
        return Err(Error::NotFound("person"));
    }
    let mut files = vec![
        File { path: "timeline.csv".to_owned(), bytes: table(&moments)? },
        File {
            path: "key.txt".to_owned(),
            bytes: format!("{}\n", accountability::verifier_key(service)?).into_bytes(),
        },
    ];
    for moment in &moments {
        let receipt = receipts::of_entry(service, subject, moment.id).await?;
        files.push(File {
            path: format!("receipts/{:08}-{}.json", moment.index, moment.kind),
            bytes: to_json(&receipt)?,
        });
    }
    for row in db::policies::list(&service.db, &service.name).await? {
        files.push(File {
            path: format!("policies/{}.json", ledger::Hash(row.hash)),
            bytes: row.canonical.into_bytes(),
        });
    }
    Ok(files)
}

/// A line an entry, as in the timeline.
fn table(moments: &[Moment]) -> Result<Vec<u8>, Error> {
    let failed = |_| Error::Damaged("table");
    let mut out = csv::Writer::from_writer(vec![]);
    out.write_record(["entry", "id", "time", "kind", "what", "purpose", "by", "said", "from_then_on"])
        .map_err(failed)?;
    for one in moments {
        let (index, id, at) = (one.index.to_string(), one.id.to_string(), one.at.to_string());
        let purpose = one.purpose.clone().unwrap_or_default();
        let (said, stands) = (one.said.join("; "), one.stands.join("; "));
        let row = [&index, &id, &at, &one.kind, &one.title, &purpose, &one.by, &said, &stands];
        out.write_record(row.map(|cell| crate::answer::harmless(cell.clone()))).map_err(failed)?;
    }
    out.into_inner().map_err(|_| Error::Damaged("table"))
}

/// As `sha256sum` reads it.
fn sums(files: &[File]) -> String {
    files.iter().fold(String::new(), |mut sums, file| {
        let _ = writeln!(sums, "{}  {}", ledger::sha256(&file.bytes), file.path);
        sums
    })
}

/// Writes down that it was given out; its id.
async fn given_out(
    service: &Service,
    staff: &Staff,
    subject: Uuid,
    authority: &str,
    sums: &str,
) -> Result<Uuid, Error> {
    let key = service.keys.evidence(subject).await?;
    let mut facts = entries::facts(service, Kind::Disclosed, Some(subject), &staff.actor());
    facts.recipient = Some(RECIPIENT.to_owned());
    let id = facts.id;
    let hash = ledger::sha256(sums.as_bytes()).to_string();
    let body = serde_json::json!({ "to": authority, "sha256sums": hash }).to_string();
    let entry = entries::entry(service, &key, facts, Some(body.as_bytes()))?;
    service.submit(service.unit().write(subjects::hold(&service.name, subject)).entry(entry)).await?;
    Ok(id)
}

fn readme(service: &Service, authority: &str, words: &Texts) -> Result<String, Error> {
    let values = [
        ("controller", service.policy.controller.name.as_str().into()),
        ("authority", authority.into()),
        ("key", accountability::verifier_key(service)?.into()),
        ("url", format!("{}/key", service.base_url).into()),
    ];
    Ok(words.with("evidence-readme", &values) + "\n")
}

fn to_json(receipt: &Receipt) -> Result<Vec<u8>, Error> {
    serde_json::to_vec_pretty(receipt).map_err(|_| Error::Damaged("receipt"))
}

fn zip<'a>(files: impl Iterator<Item = &'a File>) -> Result<Vec<u8>, Error> {
    let failed = |_| Error::Damaged("package");
    let options = SimpleFileOptions::default().unix_permissions(0o600);
    let mut out = ZipWriter::new(Cursor::new(vec![]));
    for file in files {
        out.start_file(file.path.as_str(), options).map_err(failed)?;
        out.write_all(&file.bytes).map_err(|_| Error::Damaged("package"))?;
    }
    out.finish().map(Cursor::into_inner).map_err(failed)
}
