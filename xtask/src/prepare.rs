//! What the tests need beyond Rust and cc, and how it gets here: Debian's packages where `apt-get` may, else a
//! message that names exactly what is missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{find, root, step, target};

/// The version of axe-core (npm registry) that checks the pages' accessibility.
const AXE: &str = "4.14.1";

/// Where the tools of the tests are.
pub struct Tools {
    /// The folder with `initdb` and `postgres`.
    pub postgres: PathBuf,
    /// ChromeDriver.
    pub chromedriver: PathBuf,
    /// axe-core's script.
    pub axe: PathBuf,
}

/// One thing the tests need: how to see that it is there, and Debian's packages that bring it.
struct Need {
    name: &'static str,
    packages: &'static [&'static str],
    there: fn() -> bool,
}

const NEEDS: &[Need] = &[
    Need { name: "PostgreSQL server", packages: &["postgresql"], there: || postgres_folder().is_some() },
    Need {
        name: "Chromium",
        packages: &["chromium"],
        there: || find(&["chromium", "google-chrome"]).is_some(),
    },
    Need {
        name: "ChromeDriver",
        packages: &["chromium-driver"],
        there: || find(&["chromedriver"]).is_some(),
    },
    Need {
        name: "nginx (asks the gate before it lets a request through)",
        packages: &["nginx-light"],
        there: || find(&["nginx"]).is_some() || Path::new("/usr/sbin/nginx").is_file(),
    },
    Need {
        name: "Python 3 (its client's tests)",
        packages: &["python3"],
        there: || find(&["python3"]).is_some(),
    },
    Need {
        name: "pdftotext (poppler)",
        packages: &["poppler-utils"],
        there: || find(&["pdftotext"]).is_some(),
    },
    Need {
        name: "npm (fetches axe-core, TypeScript and esbuild; its Node runs a client)",
        packages: &["npm"],
        there: || find(&["npm"]).is_some(),
    },
];

/// Installs what is missing and returns where it is.
pub fn tools() -> Result<Tools> {
    bring(NEEDS)?;
    let axe = axe()?;
    let postgres = postgres()?;
    let chromedriver = find(&["chromedriver"]).context("chromedriver was not found on the PATH")?;
    Ok(Tools { postgres, chromedriver, axe })
}

/// Installs PostgreSQL, if it is missing, and returns where its programs are.
pub fn postgres() -> Result<PathBuf> {
    bring(&NEEDS[..1])?;
    postgres_folder().context("PostgreSQL's initdb was not found under /usr/lib/postgresql")
}

fn bring(needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.there)()).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn install(missing: &[&Need]) -> Result<()> {
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages.iter().copied()).collect();
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    println!("missing: {}", names.join(", "));
    let Some(apt) = find(&["apt-get"]) else {
        bail!("the tests need {}; install them (Debian's names: {})", names.join(", "), packages.join(" "));
    };
    if !is_root() {
        bail!("the tests need {}; as root: apt-get install {}", names.join(", "), packages.join(" "));
    }
    step("apt-get update", Command::new(&apt).args(["-qq", "update"]))?;
    let mut command = Command::new(&apt);
    command.env("DEBIAN_FRONTEND", "noninteractive").args([
        "-qq",
        "-y",
        "--no-install-recommends",
        "install",
    ]);
    step("apt-get install", command.args(packages))?;
    let still: Vec<&str> = missing.iter().filter(|need| !(need.there)()).map(|need| need.name).collect();
    if !still.is_empty() {
        bail!("installed, and still not found: {}", still.join(", "));
    }
    Ok(())
}

/// Whether this process is root (servers are then run as another user).
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0"))
}

fn postgres_folder() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|e| e.path()).collect();
    versions.sort();
    let installed = versions.into_iter().rev().map(|version| version.join("bin"));
    installed.into_iter().find(|bin| bin.join("initdb").is_file())
}

fn axe_file() -> PathBuf {
    target().join("tools").join(format!("axe-{AXE}.js"))
}

fn axe() -> Result<PathBuf> {
    let file = axe_file();
    if file.is_file() {
        return Ok(file);
    }
    let folder = tempfile::tempdir()?;
    let mut pack = Command::new("npm");
    pack.args(["pack", "--silent", &format!("axe-core@{AXE}")]).arg("--pack-destination").arg(folder.path());
    step("npm pack axe-core", &mut pack)?;
    let archive = folder.path().join(format!("axe-core-{AXE}.tgz"));
    step("unpack axe-core", Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(folder.path()))?;
    std::fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    std::fs::copy(folder.path().join("package/axe.min.js"), &file)
        .context("axe-core's package has no axe.min.js")?;
    Ok(file)
}

/// The sample databases: `ABIDE_SAMPLES`, or nothing, said aloud.
pub fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("ABIDE_SAMPLES").map(|given| root().join(PathBuf::from(given)));
    let found = folder.filter(|folder| folder.is_dir());
    if found.is_none() {
        println!(
            "ABIDE_SAMPLES names no folder: tests and benchmarks on the sample databases will say that they were skipped"
        );
    }
    found.and_then(|folder| folder.canonicalize().ok())
}
