//! What is measured, and what each figure is held against.

use Bound::{Compared, Over, Under};

const PROCESS: &str = "cargo xtask bench --no-access";
const ACCESS: &str = "ABIDE_SAMPLES=… cargo xtask bench";
const EDITOR: &str = "cargo bench -p abide --bench editor";
const POLICY: &str = "cargo bench -p policy --bench compile";
const GATE: &str = "cargo bench -p gate --bench decide";
const LEDGER: &str = "cargo bench -p ledger --bench verify";
const CONSENTS: &str = "cargo bench -p db --bench consents";
const HTTP: &str = "cargo bench -p web --bench http";
const VAULT: &str = "cargo bench -p vault --bench seals";

/// What a figure is held against.
#[derive(Clone, Copy)]
pub enum Bound {
    /// It stays under.
    Under(f64),
    /// It reaches at least.
    Over(f64),
    /// Nothing: it stands beside others.
    Compared,
}

/// What is measured, and what it is held against.
pub struct Goal {
    pub name: &'static str,
    pub what: &'static str,
    pub unit: &'static str,
    pub bound: Bound,
    pub command: &'static str,
}

pub const GOALS: &[Goal] = &[
    Goal { name: "size", what: "release binary", unit: "MB", bound: Under(40.0), command: PROCESS },
    Goal {
        name: "start",
        what: "process start to a healthy answer (existing database)",
        unit: "ms",
        bound: Under(300.0),
        command: PROCESS,
    },
    Goal {
        name: "memory",
        what: "resident memory when idle",
        unit: "MB",
        bound: Under(60.0),
        command: PROCESS,
    },
    Goal {
        name: "access",
        what: "access request of one person, run to package without the PDF (PostgreSQL)",
        unit: "ms",
        bound: Under(50.0),
        command: ACCESS,
    },
    Goal { name: "pdf", what: "its PDF on top", unit: "ms", bound: Under(200.0), command: ACCESS },
    Goal {
        name: "bare",
        what: "for comparison: one `SELECT` by lower(e-mail) with its orders",
        unit: "ms",
        bound: Compared,
        command: ACCESS,
    },
    Goal {
        name: "example",
        what: "compiling the largest example",
        unit: "ms",
        bound: Under(10.0),
        command: POLICY,
    },
    Goal {
        name: "declarations",
        what: "compiling a policy of 10,000 declarations",
        unit: "ms",
        bound: Under(500.0),
        command: POLICY,
    },
    Goal {
        name: "typing",
        what: "a meaning in an editor at 10,000 declarations, from a changed text",
        unit: "ms",
        bound: Under(50.0),
        command: POLICY,
    },
    Goal {
        name: "completing",
        what: "completion in an editor at 10,000 declarations, from a changed text",
        unit: "ms",
        bound: Under(50.0),
        command: POLICY,
    },
    Goal {
        name: "editor:hover",
        what: "the same through `abide lsp`, every declaration faulty",
        unit: "ms",
        bound: Under(50.0),
        command: EDITOR,
    },
    Goal {
        name: "editor:complete",
        what: "completion through `abide lsp`, every declaration faulty",
        unit: "ms",
        bound: Under(50.0),
        command: EDITOR,
    },
    Goal {
        name: "growth",
        what: "20,000 declarations against 1,000 (linear: 20)",
        unit: "times",
        bound: Under(30.0),
        command: POLICY,
    },
    gate("gate:random", "a decision, ten million people at random", "ns", Under(60.0)),
    gate("gate:chase", "for comparison: a bare pointer chase over as much memory", "ns", Compared),
    gate("gate:dependent", "a decision that depends on the last (1.5 chases)", "ns", Compared),
    gate("gate:id", "a decision by id, at random", "ns", Under(300.0)),
    gate("gate:cold", "one decision by id, nothing in the caches", "ns", Under(1_000.0)),
    gate("gate:hot", "a decision about the same few again", "ns", Under(10.0)),
    gate("gate:bytes", "memory of each of ten million people", "B", Under(64.0)),
    gate("gate:load", "ten million people from a snapshot file", "s", Under(5.0)),
    gate("gate:count", "counting an audience with three conditions", "ms", Under(2.0)),
    gate("gate:page", "its first 1,000 ids", "ms", Under(1.0)),
    gate("gate:stream", "an audience page by page, in process: million ids a second", "M/s", Compared),
    Goal {
        name: "audit",
        what: "verifying 10,000,000 entries from tiles in files",
        unit: "s",
        bound: Under(15.0),
        command: LEDGER,
    },
    Goal { name: "audit-memory", what: "its peak memory", unit: "MB", bound: Under(200.0), command: LEDGER },
    Goal {
        name: "audit-ratio",
        what: "for comparison: against the bare SHA-256 it needs",
        unit: "times",
        bound: Compared,
        command: LEDGER,
    },
    Goal { name: "receipt", what: "verifying one receipt", unit: "ms", bound: Under(1.0), command: LEDGER },
    Goal {
        name: "proof",
        what: "making the proof of any of 10,000,000 entries",
        unit: "ms",
        bound: Under(1.0),
        command: LEDGER,
    },
    Goal {
        name: "ledger-growth",
        what: "an entry verified among 10^7 against 10^4 (linear: 1)",
        unit: "times",
        bound: Under(1.5),
        command: LEDGER,
    },
    stored(
        "http",
        "consents over HTTP, each durable before its answer (SQLite, 64 connections, 100,000 stored)",
        "/s",
        Over(20_000.0),
        HTTP,
    ),
    stored("http-99", "how long 99 of 100 of them wait at most", "ms", Under(20.0), HTTP),
    stored("rebuild", "stored standings made anew from the ledger, entries", "/s", Over(1_000_000.0), HTTP),
    stored("sync", "for comparison: the disk's own sync of 4 KiB", "µs", Compared, CONSENTS),
    stored(
        "sqlite-bare",
        "for comparison: a bare group commit of the same rows, no HTTP (SQLite)",
        "/s",
        Compared,
        CONSENTS,
    ),
    stored("http-ratio", "consents over HTTP against that", "times", Over(0.333), "cargo xtask bench"),
    stored("sqlite-ratio", "the write path without HTTP against that", "times", Over(0.333), CONSENTS),
    stored(
        "postgres-bare",
        "for comparison: bare batched inserts with a locked head (PostgreSQL)",
        "/s",
        Compared,
        CONSENTS,
    ),
    stored("postgres-1-ratio", "the write path of one node against that", "times", Over(0.333), CONSENTS),
    stored(
        "postgres-bare-4",
        "for comparison: four of the bare writers at one head",
        "/s",
        Compared,
        CONSENTS,
    ),
    stored("postgres-4-ratio", "the write paths of four nodes against that", "times", Over(0.333), CONSENTS),
    stored("seal", "sealing 300 bytes against the same primitives called bare", "%", Under(125.0), VAULT),
    stored("open", "opening them", "%", Under(125.0), VAULT),
    stored("rewrap", "wrapping a million keys anew", "s", Under(30.0), VAULT),
];

/// A figure of the store or the vault.
const fn stored(
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    bound: Bound,
    command: &'static str,
) -> Goal {
    Goal { name, what, unit, bound, command }
}

/// A figure of the gate.
const fn gate(name: &'static str, what: &'static str, unit: &'static str, bound: Bound) -> Goal {
    Goal { name, what, unit, bound, command: GATE }
}
