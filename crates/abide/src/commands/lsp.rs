//! `abide lsp`: an editor's questions, answered by the policy language; the language server protocol on standard
//! input and output.
//!
//! **Contract.** Problems are told when nothing else waits to be answered, so that typing never waits for the lints.
//! What is open in the editor counts, not what lies on the disk; nothing is ever written.

mod answer;
mod convert;
mod workspace;

use anyhow::{Context, Result};
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
use workspace::Workspace;

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
    let mut workspace = Workspace::default();
    loop {
        // What waits is answered first; problems are told when nothing waits.
        let message = match connection.receiver.try_recv() {
            Ok(message) => message,
            Err(_) => {
                tell(connection, &mut workspace)?;
                let Ok(message) = connection.receiver.recv() else { return Ok(()) };
                message
            }
        };
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
    }
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

/// Tells the problems of every file that may have changed.
fn tell(connection: &Connection, workspace: &mut Workspace) -> Result<()> {
    for params in workspace.problems() {
        let told = Notification::new(PublishDiagnostics::METHOD.to_owned(), params);
        connection.sender.send(Message::Notification(told)).context("the editor does not listen any more")?;
    }
    Ok(())
}
