//! The recipe for PostgreSQL, carried out on Northwind with its own files: who withdraws is gone with the next feed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use abide_client::{Consent, Gate, Said};
use testkit::PostgresDatabase;
use uuid::Uuid;

use crate::live::{Live, installed, said};

/// What the company asks consent for besides trading.
const OFFERS: &str = "purposes:
  offers:
    why: Send offers that fit
    basis: consent
    uses: [contact.name, contact.email]
    keep: { for: 0 days, from: consent-end, then: delete }
    duty: voluntary
    consequence: Nothing follows if you say no.
";

/// Northwind's customers as a line each; three agreed to offers once, one refused.
const LINES: &str = "SELECT json_strip_nulls(json_build_object('reference', customer_id, 'number', 'customer-number:' || \
    customer_id, 'verified', true, 'consents', CASE WHEN customer_id IN ('ALFKI', 'ANATR', 'ANTON', 'AROUT') THEN \
    json_build_array(json_build_object('purpose', 'offers', 'answer', CASE customer_id WHEN 'AROUT' THEN 'refused' ELSE \
    'given' END, 'at', '2024-05-01T10:00:00Z', 'evidence', 'form 17')) END)) FROM customers";

const ROLES: [&str; 4] = ["marketing", "campaign_tool", "shop", "newcomer"];

struct Company {
    database: PostgresDatabase,
    live: Live,
    folder: PathBuf,
}

impl Company {
    /// The company's database, as `psql` and the scripts are told of it.
    fn connected(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let url = self.database.url();
        let (who, place) = url.trim_start_matches("postgres://").split_once('@').expect("user@host");
        let (address, name) = place.split_once('/').expect("host/database");
        let (host, port) = address.split_once(':').unwrap_or((address, "5432"));
        let (user, password) = who.split_once(':').unwrap_or((who, ""));
        let mut command = Command::new(program);
        command.envs([("PGHOST", host), ("PGPORT", port), ("PGUSER", user), ("PGDATABASE", name)]);
        command.env("PGPASSWORD", password).current_dir(&self.folder);
        command
    }

    fn psql(&self, arguments: &[&str]) -> String {
        let mut command = self.connected("psql");
        let done =
            command.args(["-qXAt", "-v", "ON_ERROR_STOP=1"]).args(arguments).output().expect("psql runs");
        assert!(done.status.success(), "{arguments:?}: {}", said(&done));
        String::from_utf8(done.stdout).expect("text").trim().to_owned()
    }

    fn file(&self, file: &Path) {
        let _ = self.psql(&["-f", file.to_str().expect("a path")]);
    }

    fn feed(&self, purpose: &str) -> Output {
        let binary = Path::new(env!("CARGO_BIN_EXE_abide")).parent().expect("a folder");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = [binary.to_owned()].into_iter().chain(std::env::split_paths(&path));
        let mut command = self.connected(recipe("feed.sh"));
        command.arg(purpose).env("PATH", std::env::join_paths(paths).expect("a path"));
        command.env("ABIDE_LOG", "off").output().expect("the script runs")
    }

    fn fed(&self, purpose: &str) {
        let done = self.feed(purpose);
        assert!(done.status.success(), "{}", said(&done));
    }

    /// Whether a statement is refused for want of a right.
    fn fails(&self, statement: &str) -> bool {
        let mut command = self.connected("psql");
        let done =
            command.args(["-qXAt", "-v", "ON_ERROR_STOP=1", "-c", statement]).output().expect("psql runs");
        !done.status.success() && said(&done).contains("permission denied")
    }

    /// Whom a role sees.
    fn seen(&self, role: &str, table: &str) -> String {
        let select = format!("SET ROLE {role}; SELECT customer_id FROM {table} ORDER BY 1");
        self.psql(&["-c", &select]).replace('\n', " ")
    }
}

fn recipe(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/recipes/postgresql").join(file)
}

/// What nobody let through is not there, whatever right on the table somebody has; and who reads does not write.
fn denied_by_default(company: &Company) {
    let _ = company.psql(&["-c", "GRANT SELECT ON customers TO newcomer"]);
    assert_eq!(company.seen("newcomer", "customers"), "", "no policy names it");
    let _ = company.psql(&["-c", "CREATE POLICY all_see ON customers USING (true)"]);
    assert_eq!(company.seen("newcomer", "customers").split(' ').count(), 91);
    assert_eq!(
        company.seen("campaign_tool", "customers"),
        "ANATR ANTON",
        "a policy for everybody is none for it"
    );
    let _ = company.psql(&["-c", "DROP POLICY all_see ON customers"]);
    // nobody knows these customers in Abide
    let _ = company.psql(&["-c", "DELETE FROM gate.person WHERE reference = 'ANTON'"]);
    for (role, table) in [("marketing", "customers_for_offers"), ("campaign_tool", "customers")] {
        assert_eq!(company.seen(role, table), "ANATR", "{role}");
        for change in ["DELETE FROM", "UPDATE"] {
            let set = if change == "UPDATE" { " SET contact_name = 'x'" } else { "" };
            assert!(company.fails(&format!("SET ROLE {role}; {change} {table}{set}")), "{role}: {change}");
        }
    }
    assert!(company.fails("SET ROLE marketing; SELECT customer_id FROM customers"), "the view is all it has");
    assert!(company.fails("SET ROLE campaign_tool; SELECT phone FROM customers"), "not what an offer needs");
    assert!(company.fails("SET ROLE marketing; SELECT * FROM gate.allowed"));
    let ids = std::fs::File::open(company.folder.join("ids.csv")).expect("the table");
    let mut command = company.connected("psql");
    assert!(
        command.args(["-qX", "-f"]).arg(recipe("ids.sql")).stdin(ids).status().expect("psql runs").success()
    );
}

/// Northwind in PostgreSQL, and Abide with its policy.
async fn company() -> Option<Company> {
    let samples = testkit::samples()?;
    let _ = installed("psql", "the recipe for PostgreSQL")?;
    let database = testkit::postgres_database().await?;
    let folder = tempfile::tempdir().expect("a folder").keep();
    let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/northwind/policy.yaml");
    let text = std::fs::read_to_string(policy).expect("a policy").replacen("purposes:\n", OFFERS, 1);
    let text = text.replacen("rights: {", "rights: { withdraw: [privacy-centre, email],", 1);
    std::fs::write(folder.join("policy.yaml"), text).expect("a policy");
    let live = Live::of(&folder.join("policy.yaml"));
    let settings = format!(
        "data = {:?}\naddress = {:?}\n[service]\npolicy = \"policy.yaml\"\n",
        live.folder.path(),
        live.server.base
    );
    std::fs::write(folder.join("abide.toml"), settings).expect("settings");
    let company = Company { database, live, folder };
    company.file(&samples.join("northwind/northwind_postgres.sql"));
    for role in ROLES {
        let make = format!("DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN END $$");
        let _ = company.psql(&["-c", &make]);
    }
    Some(company)
}

/// Everybody is enrolled, and the database knows by which id.
fn enrolled(company: &Company) -> BTreeMap<String, Uuid> {
    let (lines, ids) = (company.folder.join("customers.ndjson"), company.folder.join("ids.csv"));
    std::fs::write(&lines, company.psql(&["-c", LINES])).expect("lines");
    let (lines, ids) = (lines.to_str().expect("a path"), ids.to_str().expect("a path"));
    let told = company.live.says(&["enrol", lines, "--ids", ids]);
    assert!(told.starts_with("91 enrolled"), "{told}");
    let table = std::fs::read_to_string(ids).expect("a table");
    let _ = company.live.says(&["enrol", lines, "--ids", ids]);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&std::fs::read_to_string(ids).expect("again")), sorted(&table), "the same ids");
    for _ in 0..2 {
        let file = std::fs::File::open(ids).expect("the table");
        let mut command = company.connected("psql");
        let done =
            command.args(["-qX", "-f"]).arg(recipe("ids.sql")).stdin(file).output().expect("psql runs");
        assert!(done.status.success(), "{}", said(&done));
    }
    assert_eq!(company.psql(&["-c", "SELECT count(*) FROM gate.person"]), "91", "each once");
    let row = |line: &str| {
        let (reference, subject) = line.split_once(',').expect("two columns");
        (reference.trim_matches('"').to_owned(), subject.parse().expect("an id"))
    };
    table.lines().skip(1).map(row).collect()
}

async fn withdraws(company: &Company, subject: Uuid) {
    let (base, token) = (company.live.server.base.clone(), company.live.token());
    let consent = Consent::new(subject, "offers", Said::Withdrawn, "app:settings");
    let done = tokio::task::spawn_blocking(move || Gate::new(&base, &token).record_consent(&consent, None));
    done.await.expect("it ends").expect("recorded");
}

#[tokio::test(flavor = "multi_thread")]
async fn so_13_who_withdraws_is_gone_from_the_companys_view_with_the_next_feed() {
    let Some(company) = company().await else { return };
    company.file(&recipe("install.sql"));
    company.file(&recipe("northwind.sql"));
    company.file(&recipe("northwind.sql"));
    let people = enrolled(&company);
    assert_eq!(
        (people.len(), company.seen("marketing", "customers_for_offers").as_str()),
        (91, ""),
        "never fed"
    );
    company.fed("offers");
    let views = || [("marketing", "customers_for_offers"), ("campaign_tool", "customers")];
    let see = |expected: &str| {
        for (role, table) in views() {
            assert_eq!(company.seen(role, table), expected, "{role}");
        }
    };
    see("ALFKI ANATR ANTON");
    withdraws(&company, people["ALFKI"]).await;
    company.fed("offers");
    see("ANATR ANTON");
    assert_eq!(company.seen("shop", "customers").split(' ').count(), 91, "trade goes on");
    denied_by_default(&company);
    // a feed that fails changes nothing; one that is too old lets nobody through
    assert!(!company.feed("telepathy").status.success());
    see("ANATR ANTON");
    let _ = company.psql(&["-c", "UPDATE gate.feed SET fed_at = fed_at - good_for"]);
    see("");
    company.fed("offers");
    see("ANATR ANTON");
    // a role that another database of the server uses stays
    for role in ROLES {
        let drop = format!(
            "DROP OWNED BY {role}; DROP ROLE {role}; EXCEPTION WHEN dependent_objects_still_exist THEN"
        );
        let _ = company.psql(&["-c", &format!("DO $$ BEGIN {drop} END $$")]);
    }
    std::fs::remove_dir_all(&company.folder).expect("the folder goes");
}
