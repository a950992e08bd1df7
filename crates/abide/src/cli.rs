//! What `abide` can be told on the command line.

mod begin;
mod check;
mod gate;
mod keys;
mod render;
mod staff;
mod suppress;
mod vault;
mod versions;

pub use begin::{Foreign, Import, Init, activity, country, processor};
pub use check::{Check, Format, Law, Lsp, TopicName};
pub use gate::{Audience, Decide, Token, TokenVerb};
pub use keys::{Keys, KeysVerb};
pub use render::{Form, Render, What};
pub use staff::{RoleName, Staff, StaffVerb};
pub use suppress::{Suppress, SuppressVerb};
pub use vault::{Backup, Replay, Restore};
pub use versions::{Diff, DiffFormat, Publish};

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Compiles a privacy policy into the system that keeps it.
#[derive(Parser)]
#[command(name = "abide", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 all is well; 1 the file, receipt or policy has faults (they are listed); 2 the command line is wrong;
3 something outside is missing or refused (a file, a database, a port); 4 no promise is broken, but not every one is
kept yet; 5 the new policy takes something from people (`abide diff`); 141 nobody reads the output any more.";

/// One file of `commands` each.
#[derive(Subcommand)]
pub enum Command {
    /// Check a policy (and its store maps) as a compiler checks a program.
    #[command(
        after_help = "Example: abide check examples/wepack/policy.yaml --map examples/wepack/shop.map.yaml"
    )]
    Check(Check),
    /// Lay policies and store maps out: indentation, spacing, quotes. Comments and what the file means stay.
    #[command(
        after_help = "Examples: abide fmt policy.yaml shop.map.yaml\n          abide fmt --check examples/*/*.yaml\n          abide fmt - < policy.yaml"
    )]
    Fmt(Fmt),
    /// Tell the whole story of a code such as A0301; without one, list them all.
    #[command(after_help = "Examples: abide explain A0303\n          abide explain --site public/lints")]
    Explain(Explain),
    /// Write a first policy after a short interview. It compiles at once; what is still open stands in it as `assumed`.
    #[command(
        after_help = "Examples:\n  abide init\n  abide init --name \"Shop AS\" --country NO --does enquiries,orders,bookkeeping --processor \"Cloud GmbH:DE\" --yes\n\n\
                      Without a terminal, or with `--yes`, nothing is asked."
    )]
    Init(Init),
    /// Write a first policy from a policy in another language. What it cannot carry is told, and stands at its top.
    #[command(after_help = "Example: abide import tilt shop.tilt.json --out policy.yaml")]
    Import(Import),
    /// List the dated facts of the law that checks rest on: what is in force, and what is about to change.
    #[command(
        after_help = "Examples: abide law --country NO\n          abide law --topic adequacy --as-of 2031-12-28\n          abide law --changes"
    )]
    Law(Law),
    /// Serve an editor by the language server protocol, on standard input and output.
    Lsp(Lsp),
    /// Write what is read of a policy: the policy itself, cookies, recipients, records of processing, notices.
    #[command(
        after_help = "Examples:\n  abide render examples/wepack/policy.yaml --lang nb --out policy.pdf\n  abide render examples/wepack/policy.yaml --what record --out record.xlsx\n  abide render examples/wepack/policy.yaml --format tilt --out wepack.tilt.json"
    )]
    Render(Render),
    /// Compare two versions of a policy in meaning: what differs, whom it concerns, which notice it needs.
    #[command(
        after_help = "Ends with 0: the same; 1: they differ; 5: the new one takes something from people; 3: a file does not \
                      compile.\nExample: abide diff policy-2026.yaml policy.yaml --format markdown"
    )]
    Diff(Diff),
    /// Publish a new version of the policy, in force from a day; refused where people would hear of it too late.
    #[command(
        after_help = "Example: abide publish policy.yaml --effective 2026-12-23 --data /var/lib/abide; the server may run \
                      meanwhile"
    )]
    Publish(Publish),
    /// Write the JSON Schema of a language, for editors.
    Schema(Schema),
    /// Verify a receipt offline: what it proves, and what it does not.
    #[command(
        after_help = "Example: abide verify receipt.json --key \"$(curl -s https://privacy.example/key)\""
    )]
    Verify(Verify),
    /// Serve the policy, the forms, the privacy centre and the console.
    #[command(
        after_help = "Example: abide serve --policy policy.yaml --map shop.map.yaml --data /var/lib/abide"
    )]
    Serve(Serve),
    /// Add, list and close staff accounts, on the server's machine; the server may run meanwhile.
    #[command(
        after_help = "Example: abide staff add liv@firm.example --role privacy-lead --settings abide.toml"
    )]
    Staff(Staff),
    /// The keys: list those that sign the ledger and change them, look what wraps what, wrap anew, make a root key; the
    /// server may run meanwhile.
    #[command(
        after_help = "Examples: abide keys status --settings abide.toml\n          abide keys rotate-signing --settings abide.toml"
    )]
    Keys(Keys),
    /// Back the databases up while the server goes on: encrypted with age, data and keys apart.
    #[command(
        after_help = "Example: abide backup --settings abide.toml --recipient age1… --to /backup/data --keys-to /vault/keys"
    )]
    Backup(Backup),
    /// Restore a backup into an empty place, verify it, and do again what happened since.
    #[command(
        after_help = "Example: abide restore --settings abide.toml --identity id.txt --from …-data.age --keys-from …-keys.age"
    )]
    Restore(Restore),
    /// Do again what happened since a backup, in Abide or in a store that was restored from its own backup.
    #[command(
        after_help = "Examples: abide replay --settings abide.toml\n          abide replay --settings abide.toml --store shop"
    )]
    Replay(Replay),
    /// Tell whether a use of somebody's data is allowed, and why: every purpose, or one. Ends with 1 where one is denied.
    #[command(
        after_help = "Examples:\n  abide decide kari@firm.example campaigns --explain --policy policy.yaml --data /var/lib/abide\n  abide \
                      decide customer-number:1042 --settings abide.toml\n  abide decide \
                      0198b2a0-0000-7000-8000-000000000000 campaigns --channel email --json --settings abide.toml"
    )]
    Decide(Decide),
    /// Name everyone who may be used for a purpose now, one id a line. Ends with 3 where not all of them could be named.
    #[command(
        after_help = "Examples:\n  abide audience campaigns --channel email --country NO --policy policy.yaml --data /var/lib/abide\n  \
                      abide audience campaigns --count --settings abide.toml\n  abide audience campaigns --json --settings abide.toml \
                      > audience.ndjson   # docs/recipes/postgresql.md puts it into your database"
    )]
    Audience(Audience),
    /// Make and take back the tokens that your own programs ask with.
    #[command(
        after_help = "Example: abide token add --scope decide --scope audience --policy policy.yaml --data /var/lib/abide"
    )]
    Token(Token),
    /// Look at every promise of a policy: what keeps it, where it is declared, whether it holds now.
    #[command(
        after_help = "Example: abide audit --policy policy.yaml --data /var/lib/abide; without a database the policy is \
                      rehearsed on an empty one"
    )]
    Audit(Audit),
    /// Look at everything that is stored as evidence: the ledger, what is published of it, what follows it.
    #[command(
        after_help = "Ends with 0: whole; 1: something was changed, is missing or says two things; 4: nothing is lost, but \
                      something is worth a look; 3: it could not be looked at.\nExample: abide doctor --policy policy.yaml \
                      --data /var/lib/abide; the server may run meanwhile"
    )]
    Doctor(Doctor),
    /// Make the stored standings anew from the ledger.
    #[command(
        after_help = "Example: abide rebuild --policy policy.yaml --data /var/lib/abide; the server may run meanwhile"
    )]
    Rebuild(Rebuild),
    /// Bring in people who were there before: who they are, their rows, what is known of their consents.
    #[command(
        after_help = "A line is one person. JSON lines: {\"reference\": \"1042\", \"email\": \"kari@firma.example\", \"verified\": true, \
                      \"links\": [{\"store\": \"shop\", \"table\": \"customers\", \"key\": 1042}], \"consents\": [{\"purpose\": \"campaigns\", \
                      \"answer\": \"given\", \"at\": \"2024-05-01T10:00:00Z\", \"evidence\": \"form 17, box 3\"}]}. A table has the columns \
                      reference, email, phone, number, verified, lang, store, table, key, purpose, answer, at, expires, wording, \
                      evidence.\nGive the same file again after a break: what was carried out is not carried out twice.\nExample: abide \
                      enrol customers.csv --settings abide.toml"
    )]
    Enrol(Enrol),
    /// Who must not come back by an import: take lists of opt-outs in, ask whether an address is stopped.
    #[command(
        after_help = "A list is a table with a column named email, phone, number or identifier (others are passed over; said_at or date \
                      tells when they said no), or one address a line. Nothing of it is kept but keyed hashes. Give the same file \
                      again after a break: nothing is there twice.\nExamples:\n  abide suppress import unsubscribed.csv --purpose \
                      campaigns --settings abide.toml\n  abide suppress import never.csv --everything --settings abide.toml\n  echo \
                      kari@firm.example | abide suppress check --purpose campaigns --settings abide.toml"
    )]
    Suppress(Suppress),
    /// Try everything on a made-up shop: nothing to prepare, nothing is sent.
    Demo(Demo),
    /// Tell how a command is used; `abide help policy` is the whole language on one page.
    Help(Help),
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Args)]
pub struct Fmt {
    /// Change nothing; name the files that would change, and end with 1 if there is one.
    #[arg(long)]
    pub check: bool,
    /// The files; `-` reads standard input and writes standard output.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

#[derive(Args)]
pub struct Help {
    /// A command, or `policy` for the language.
    pub topic: Vec<String>,
}

#[derive(Args)]
pub struct Explain {
    /// The code, as the finding shows it; or a reason of the gate, as an answer does.
    pub code: Option<String>,
    /// Write every story as pages of a site into this folder.
    #[arg(long, conflicts_with = "code")]
    pub site: Option<PathBuf>,
}

/// A language with a schema.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// The policy language.
    Policy,
    /// The store-map language.
    Map,
}

#[derive(Args)]
pub struct Schema {
    /// Which language.
    #[arg(value_enum)]
    pub language: Language,
    /// Where to; standard output when not given.
    #[arg(long)]
    pub out: Option<PathBuf>,
}

#[derive(Args)]
pub struct Verify {
    /// The receipt (JSON), as it was downloaded.
    pub receipt: PathBuf,
    /// The service's public key, from its `/key` page or a print of it. Without it, only the receipt's own key is used,
    /// which proves that the receipt is whole but not who signed it.
    #[arg(long, value_parser = key)]
    pub key: Option<String>,
    /// The service's list of keys, from its `/keys` page: needed where the key was changed since the receipt was made.
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    /// The public key of a witness that you trust, `<name>+<8 digits>+<base 64>`; may be given several times.
    #[arg(long = "witness", value_parser = witness, value_name = "KEY")]
    pub witnesses: Vec<ledger::WitnessKey>,
    /// Also write the proof as a tlog-proof file (c2sp.org/tlog-proof@v1), for programs of others.
    #[arg(long, value_name = "FILE")]
    pub tlog_proof: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

/// A verifier key that can be read; what a failed `curl` gives is none, and must not pass for "no key given".
fn key(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("it is empty: what should have fetched it gave nothing".to_owned());
    }
    let read: Result<ledger::VerifierKey, _> = text.parse();
    read.map(|_| text.to_owned()).map_err(|error| {
        format!("{error}; a key is one line, `<name>+<8 digits>+<base 64>`, as the page /key shows it")
    })
}

fn witness(text: &str) -> Result<ledger::WitnessKey, String> {
    text.trim().parse().map_err(|error: ledger::note::NoteError| error.to_string())
}

#[derive(Args, Clone)]
pub struct Serve {
    /// The settings file; what stands on the command line wins.
    #[arg(long, env = "ABIDE_SETTINGS")]
    pub settings: Option<PathBuf>,
    /// The policy file.
    #[arg(long)]
    pub policy: Option<PathBuf>,
    /// A store map; may be given several times.
    #[arg(long = "map")]
    pub maps: Vec<PathBuf>,
    /// The folder for the embedded database, the keys and the published ledger.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Abide's own database: sqlite:///path or postgres://….
    #[arg(long, env = "ABIDE_DATABASE")]
    pub database: Option<String>,
    /// The key database, apart from the other: sqlite:///path or postgres://….
    #[arg(long, env = "ABIDE_KEYS_DATABASE")]
    pub keys_database: Option<String>,
    /// Where to listen.
    #[arg(long)]
    pub listen: Option<SocketAddr>,
    /// The address people use, for example `https://privacy.example`.
    #[arg(long)]
    pub address: Option<String>,
}

impl Serve {
    /// A server named by its settings file and policy alone.
    pub fn of(settings: &std::path::Path, policy: &std::path::Path) -> Self {
        let (settings, policy) = (Some(settings.to_owned()), Some(policy.to_owned()));
        let (data, database, keys_database, listen, address) = (None, None, None, None, None);
        Serve { settings, policy, maps: Vec::new(), data, database, keys_database, listen, address }
    }
}

#[derive(Args)]
pub struct Audit {
    #[command(flatten)]
    pub server: Serve,
    /// The language of the promises; the policy's reference language when not given.
    #[arg(long, visible_alias = "language")]
    pub lang: Option<String>,
    /// Only what is not kept.
    #[arg(long)]
    pub open: bool,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    pub server: Serve,
    /// The language of the findings; the policy's reference language when not given.
    #[arg(long, visible_alias = "language")]
    pub lang: Option<String>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Rebuild {
    #[command(flatten)]
    pub server: Serve,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Enrol {
    /// The file: `.csv` for a table, anything else for JSON lines.
    pub file: PathBuf,
    #[command(flatten)]
    pub server: Serve,
    /// Only say what is wrong with the lines; nothing is written.
    #[arg(long)]
    pub check: bool,
    /// Write a table of `reference,subject` to this file, for your own databases: by which id Abide knows each line's
    /// person. Given again, the same file has the same ids.
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    pub ids: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Demo {
    /// How many customers the shop has.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub customers: u64,
    /// The port on 127.0.0.1; 8410, or a free one when that is taken, when not given.
    #[arg(long)]
    pub port: Option<u16>,
    /// The same seed makes the same shop.
    #[arg(long, default_value_t = 20_261_101)]
    pub seed: u64,
    /// Abide's own database, when it should not be the embedded one: postgres://….
    #[arg(long)]
    pub database: Option<String>,
    /// Keep everything in this folder instead of a temporary one.
    #[arg(long)]
    pub folder: Option<PathBuf>,
}
