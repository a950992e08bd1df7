//! `abide`: the one binary. A file a subcommand under `commands`; wiring, loops and adapters here, no business rules.

mod adapters;
mod catch_up;
mod cli;
mod commands;
mod demo;
mod files;
mod news;
mod open;
mod out;
mod serve;
mod settings;

use std::process::ExitCode;

use clap::Parser;

use cli::{Arguments, Command};

/// How a command ended, as an exit code (see `abide --help`).
pub enum Ending {
    /// All is well.
    Well,
    /// The input has faults; they were listed.
    Faults,
    /// Nothing is broken, but not everything is kept yet.
    NotYet,
    /// The new policy takes something from people.
    RightsAffected,
}

fn main() -> ExitCode {
    adapters::dumps::forbid();
    match run(Arguments::parse().command) {
        Ok(Ending::Well) => ExitCode::SUCCESS,
        Ok(Ending::Faults) => ExitCode::from(1),
        Ok(Ending::NotYet) => ExitCode::from(4),
        Ok(Ending::RightsAffected) => ExitCode::from(5),
        Err(error) if out::is_closed(&error) => ExitCode::from(out::CLOSED),
        Err(error) => {
            out::tell(format_args!("abide: {error:#}"));
            ExitCode::from(3)
        }
    }
}

fn run(command: Command) -> anyhow::Result<Ending> {
    match command {
        Command::Check(options) => commands::check::run(&options),
        Command::Fmt(options) => commands::fmt::run(&options),
        Command::Law(options) => commands::law::run(&options),
        Command::Lsp(_) => commands::lsp::run(),
        Command::Explain(options) => commands::explain::run(&options),
        Command::Init(options) => commands::init::run(&options),
        Command::Import(options) => commands::import::run(&options),
        Command::Render(options) => commands::render::run(&options),
        Command::Diff(options) => commands::diff::run(&options),
        Command::Publish(options) => commands::publish::run(&options),
        Command::Schema(options) => commands::schema::run(&options),
        Command::Verify(options) => commands::verify::run(&options),
        Command::Serve(options) => commands::serve::run(&options),
        Command::Keys(options) => commands::keys::run(&options),
        Command::Staff(options) => commands::staff::run(&options),
        Command::Backup(options) => commands::backup::run(&options),
        Command::Restore(options) => commands::restore::run(&options),
        Command::Replay(options) => commands::replay::run(&options),
        Command::Decide(options) => commands::decide::run(&options),
        Command::Audience(options) => commands::audience::run(&options),
        Command::Token(options) => commands::token::run(&options),
        Command::Audit(options) => commands::audit::run(&options),
        Command::Doctor(options) => commands::doctor::run(&options),
        Command::Rebuild(options) => commands::rebuild::run(&options),
        Command::Enrol(options) => commands::enrol::run(&options),
        Command::Suppress(options) => commands::suppress::run(&options),
        Command::Demo(options) => demo::run(&options),
        Command::Help(options) => commands::help::run(&options),
        Command::Completions { shell } => commands::completions::run(shell),
    }
}
