//! The process as a whole: the size of the binary, the time to the first healthy answer, the memory when idle.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::{Reading, median};
use crate::run::{root, target};

const ROUNDS: usize = 11;

/// How long a server does nothing before its memory is read.
const IDLE: Duration = Duration::from_secs(3);

/// Starts `abide serve` on the Wepack example several times.
pub fn measure() -> Result<Vec<Reading>> {
    println!("── {ROUNDS} starts of abide serve");
    let binary = target().join("release/abide");
    let size =
        std::fs::metadata(&binary).with_context(|| format!("no binary at {}", binary.display()))?.len();
    let data = tempfile::tempdir()?;
    drop(start(&binary, data.path())?);
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        times.push(start(&binary, data.path())?.1.as_secs_f64() * 1000.0);
    }
    let slowest = times.iter().copied().fold(0.0, f64::max);
    let (server, _) = start(&binary, data.path())?;
    std::thread::sleep(IDLE);
    let memory = resident(server.0.id())?;
    let reading = |name, value, note| Reading { name, value, note };
    Ok(vec![
        reading("size", size as f64 / 1e6, "bytes / 10⁶".to_owned()),
        reading("start", median(times), format!("median of {ROUNDS}; slowest {slowest:.1} ms")),
        reading("memory", memory, format!("VmRSS after {} s", IDLE.as_secs())),
    ])
}

/// A server that is stopped when it is no longer needed.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg("-TERM").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

fn start(binary: &Path, data: &Path) -> Result<(Server, Duration)> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut command = Command::new(binary);
    command
        .arg("serve")
        .arg("--policy")
        .arg(root().join("examples/wepack/policy.yaml"))
        .arg("--data")
        .arg(data);
    command
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .env("ABIDE_SMTP_URL", "smtp://127.0.0.1:1")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let begun = Instant::now();
    let mut server = Server(command.spawn().context("cannot start the release binary")?);
    while begun.elapsed() < Duration::from_secs(20) {
        if healthy(port) {
            return Ok((server, begun.elapsed()));
        }
        if let Some(status) = server.0.try_wait()? {
            bail!("abide serve ended with {status}");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    bail!("abide serve gave no healthy answer within 20 s")
}

fn healthy(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let asked = stream.write_all(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    let mut answer = [0; 12];
    asked.is_ok() && stream.read_exact(&mut answer).is_ok() && answer.starts_with(b"HTTP/1.1 200")
}

/// VmRSS in megabytes.
fn resident(process: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS in /proc")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).context("no figure in VmRSS")?.parse()?;
    Ok(kilobytes * 1024.0 / 1e6)
}
