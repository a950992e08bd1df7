//! A PostgreSQL cluster for one run: a temporary folder, 127.0.0.1 only, a free port, gone at the end.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::prepare::is_root;
use crate::run::output;

/// A running cluster; stopped and removed on drop.
pub struct Cluster {
    folder: tempfile::TempDir,
    server: Child,
    port: u16,
}

impl Cluster {
    /// Starts a cluster with PostgreSQL's programs from `bin`. `durable` keeps fsync on (for benchmarks).
    pub fn start(bin: &Path, durable: bool) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("abide-postgres-").tempdir()?;
        if is_root() {
            output(Command::new("chown").arg("postgres").arg(folder.path()))?;
        }
        let data = folder.path().join("data");
        let mut init = as_postgres(&bin.join("initdb"));
        init.args(["--auth=trust", "--username=abide", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        output(init.arg("-D").arg(&data))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = serve(bin, &data, port, durable)?;
        let mut cluster = Self { folder, server, port };
        cluster.wait()?;
        Ok(cluster)
    }

    /// The superuser's URL.
    pub fn url(&self) -> String {
        format!("postgres://abide@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..300 {
            if let Some(status) = self.server.try_wait()? {
                bail!(
                    "PostgreSQL ended at once with {status}; its folder was {}",
                    self.folder.path().display()
                );
            }
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                std::thread::sleep(Duration::from_millis(200));
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("PostgreSQL did not answer on port {} within 30 seconds", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg("-INT").arg(self.server.id().to_string()).status();
        for _ in 0..50 {
            if matches!(self.server.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn serve(bin: &Path, data: &Path, port: u16, durable: bool) -> Result<Child> {
    let mut command = as_postgres(&bin.join("postgres"));
    command.arg("-D").arg(data).args(["-h", "127.0.0.1", "-k", "", "-p", &port.to_string()]);
    let mut settings = vec!["max_connections=300", "shared_buffers=256MB"];
    if !durable {
        settings.extend(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
    }
    for setting in settings {
        command.args(["-c", setting]);
    }
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().with_context(|| format!("cannot start {}", bin.join("postgres").display()))
}

/// PostgreSQL refuses to run as root: then it runs as Debian's `postgres`, and ends when we do.
fn as_postgres(program: &PathBuf) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--pdeathsig=INT"]).arg(program);
    command.current_dir("/");
    command
}
