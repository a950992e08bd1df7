//! `abide lsp`: an editor's questions, answered by the policy language; the language server protocol on standard
//! input and output.
//!
//! **Contract.** Problems are found on a thread of their own, of the newest text, so that no answer waits for the lints;
//! they are told at a pause in typing, and a bounded number of them, so that no answer waits behind them on the way either.
//! What is open in the editor counts, not what lies on the disk; nothing is ever written.

mod answer;
mod convert;
mod workspace;

use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use lsp_server::{Connection, Message, Notification, Request};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Notification as _,
    PublishDiagnostics,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    HoverProviderCapability, OneOf, RenameOptions, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, WorkDoneProgressOptions,
};

use crate::Ending;
use workspace::{News, Workspace};

/// Serves until the editor says goodbye.
pub fn run() -> Result<Ending> {
    let (connection, threads) = Connection::stdio();
    connection
        .initialize(serde_json::to_value(capabilities())?)
        .context("the editor did not introduce itself")?;
    serve(&connection)?;
    drop(connection);
    threads.join().context("standard input or output was closed")?;
    Ok(Ending::Well)
}

fn capabilities() -> ServerCapabilities {
    let no_progress = WorkDoneProgressOptions::default();
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::INCREMENTAL)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([" ", "[", "{", ","].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: no_progress,
        })),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::SOURCE_FIX_ALL]),
            ..CodeActionOptions::default()
        })),
        document_formatting_provider: Some(OneOf::Left(true)),
        ..ServerCapabilities::default()
    }
}

fn serve(connection: &Connection) -> Result<()> {
    let (changes, news) = mpsc::channel();
    let sender = connection.sender.clone();
    let teller =
        std::thread::spawn(move || tell(&news, |told| sender.send(Message::Notification(told)).is_ok()));
    let served = answer_all(connection, &changes);
    drop(changes);
    teller.join().map_err(|_| anyhow!("the thread that finds problems has ended early"))?;
    served
}

fn answer_all(connection: &Connection, changes: &mpsc::Sender<News>) -> Result<()> {
    let mut workspace = Workspace::default();
    while let Ok(message) = connection.receiver.recv() {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                respond(connection, &mut workspace, request)?;
            }
            Message::Notification(notification) => note(&mut workspace, notification),
            Message::Response(_) => {}
        }
        if let Some(news) = workspace.news() {
            changes.send(news).context("nobody finds problems any more")?;
        }
    }
    Ok(())
}

fn respond(connection: &Connection, workspace: &mut Workspace, request: Request) -> Result<()> {
    let response = answer::answer(workspace, request);
    connection.sender.send(Message::Response(response)).context("the editor does not listen any more")
}

/// Takes in what has changed.
fn note(workspace: &mut Workspace, notification: Notification) {
    let Notification { method, params, .. } = notification;
    let read = match method.as_str() {
        DidOpenTextDocument::METHOD => serde_json::from_value(params).map(|params| workspace.open(params)),
        DidChangeTextDocument::METHOD => {
            serde_json::from_value(params).map(|params| workspace.change(params))
        }
        DidSaveTextDocument::METHOD => serde_json::from_value(params).map(|params| workspace.saved(params)),
        DidCloseTextDocument::METHOD => serde_json::from_value(params).map(|params| workspace.close(params)),
        _ => Ok(()),
    };
    if let Err(error) = read {
        crate::out::tell(format_args!("abide lsp: `{method}` cannot be read: {error}"));
    }
}

/// How long nothing is typed before problems are looked for.
const PAUSE: Duration = Duration::from_millis(120);

/// Who types without a pause is told of problems at least this often.
const PATIENCE: Duration = Duration::from_secs(1);

/// Tells the problems of every file that may have changed, until nothing changes any more or nobody listens.
fn tell(news: &mpsc::Receiver<News>, heard: impl Fn(Notification) -> bool) {
    let mut workspace = Workspace::default();
    while let Ok(first) = news.recv() {
        workspace.take_in(first);
        let begun = Instant::now();
        while let Ok(more) = news.recv_timeout(PAUSE.min(PATIENCE.saturating_sub(begun.elapsed()))) {
            workspace.take_in(more);
        }
        for params in workspace.problems() {
            if !heard(Notification::new(PublishDiagnostics::METHOD.to_owned(), params)) {
                return;
            }
        }
    }
}
