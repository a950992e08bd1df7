//! An answer to each question.

use std::path::{Path, PathBuf};

use lsp_server::{ErrorCode, Request, Response};
use lsp_types::request::{
    CodeActionRequest, Completion, Formatting, GotoDefinition, HoverRequest, PrepareRenameRequest,
    References, Rename, Request as _,
};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CompletionParams, CompletionResponse,
    DocumentFormattingParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverContents,
    HoverParams, PrepareRenameResponse, ReferenceParams, RenameParams, TextDocumentPositionParams, TextEdit,
    Url,
};
use policy::editor::{self, Action, NoName, Utf16, Utf16Lines};
use policy::{Source, Sources, Span};
use serde::Serialize;
use serde_json::Value;

use super::convert;
use super::workspace::{Workspace, name};

/// Why a question has no answer, for the editor to show.
type Refused = (ErrorCode, String);

/// Answers a request.
pub fn answer(workspace: &mut Workspace, request: Request) -> Response {
    let Request { id, method, params, .. } = request;
    let answered = match method.as_str() {
        HoverRequest::METHOD => with(params, |params: HoverParams| hover(workspace, params)),
        Completion::METHOD => with(params, |params: CompletionParams| complete(workspace, params)),
        GotoDefinition::METHOD => with(params, |params: GotoDefinitionParams| definition(workspace, params)),
        References::METHOD => with(params, |params: ReferenceParams| references(workspace, params)),
        PrepareRenameRequest::METHOD => with(params, |params| prepare(workspace, params)),
        Rename::METHOD => with(params, |params: RenameParams| rename(workspace, params)),
        CodeActionRequest::METHOD => with(params, |params: CodeActionParams| actions(workspace, params)),
        Formatting::METHOD => with(params, |params: DocumentFormattingParams| format(workspace, params)),
        _ => Err((ErrorCode::MethodNotFound, format!("`{method}` is not answered here"))),
    };
    match answered {
        Ok(value) => Response::new_ok(id, value),
        Err((code, message)) => Response::new_err(id, code as i32, message),
    }
}

/// Reads the question, asks, writes the answer.
fn with<P: serde::de::DeserializeOwned, R: Serialize>(
    params: Value,
    ask: impl FnOnce(P) -> Result<R, Refused>,
) -> Result<Value, Refused> {
    let read =
        serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))?;
    serde_json::to_value(ask(read)?).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

/// A file that is asked about, with its text.
struct Asked {
    path: PathBuf,
    text: String,
    offset: usize,
}

impl Asked {
    fn name(&self) -> String {
        name(&self.path)
    }
}

fn asked(workspace: &Workspace, at: &TextDocumentPositionParams) -> Option<Asked> {
    let (path, text) = file(workspace, &at.text_document.uri)?;
    let offset =
        Utf16Lines::new(&text).offset(Utf16 { line: at.position.line, column: at.position.character });
    Some(Asked { path, text, offset })
}

fn file(workspace: &Workspace, uri: &Url) -> Option<(PathBuf, String)> {
    let path = uri.to_file_path().ok()?;
    let text = workspace.text(&path)?;
    Some((path, text))
}

fn hover(workspace: &mut Workspace, params: HoverParams) -> Result<Option<Hover>, Refused> {
    let Some(asked) = asked(workspace, &params.text_document_position_params) else { return Ok(None) };
    let hover = workspace.opened(&asked.path).and_then(|opened| opened.hover(&asked.name(), asked.offset));
    Ok(hover.map(|hover| Hover {
        range: Some(convert::range(&asked.text, hover.place.span)),
        contents: HoverContents::Markup(convert::markdown(hover.markdown)),
    }))
}

fn complete(
    workspace: &mut Workspace,
    params: CompletionParams,
) -> Result<Option<CompletionResponse>, Refused> {
    let Some(asked) = asked(workspace, &params.text_document_position) else { return Ok(None) };
    let Some(opened) = workspace.opened(&asked.path) else { return Ok(None) };
    let offered = opened.complete(&asked.name(), asked.offset);
    let lines = Utf16Lines::new(&asked.text);
    let items = offered.into_iter().enumerate().map(|(n, one)| {
        let mut item = convert::completion(&lines, one);
        item.sort_text = Some(format!("{n:05}"));
        item
    });
    Ok(Some(CompletionResponse::Array(items.collect())))
}

fn definition(
    workspace: &mut Workspace,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>, Refused> {
    let Some(asked) = asked(workspace, &params.text_document_position_params) else { return Ok(None) };
    let found =
        workspace.opened(&asked.path).and_then(|opened| opened.definition(&asked.name(), asked.offset));
    let text = |file: &str| workspace.text(Path::new(file));
    Ok(found.and_then(|place| convert::location(&text, &place)).map(GotoDefinitionResponse::Scalar))
}

fn references(
    workspace: &mut Workspace,
    params: ReferenceParams,
) -> Result<Vec<lsp_types::Location>, Refused> {
    let Some(asked) = asked(workspace, &params.text_document_position) else { return Ok(Vec::new()) };
    let name = workspace.opened(&asked.path).and_then(|opened| opened.name(&asked.name(), asked.offset));
    let Some(name) = name else { return Ok(Vec::new()) };
    let found: Vec<_> =
        workspace.family(&asked.path).iter().flat_map(|opened| opened.references(&name)).collect();
    let text = |file: &str| workspace.text(Path::new(file));
    let places: Vec<_> = found.iter().collect();
    Ok(convert::locations(&text, &places).into_iter().flatten().collect())
}

fn prepare(
    workspace: &mut Workspace,
    params: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>, Refused> {
    let Some(asked) = asked(workspace, &params) else { return Ok(None) };
    let found =
        workspace.opened(&asked.path).and_then(|opened| opened.renamable(&asked.name(), asked.offset));
    Ok(found.map(|(place, placeholder)| PrepareRenameResponse::RangeWithPlaceholder {
        range: convert::range(&asked.text, place.span),
        placeholder,
    }))
}

fn rename(workspace: &mut Workspace, params: RenameParams) -> Result<lsp_types::WorkspaceEdit, Refused> {
    let refused = |no: NoName| {
        let words = match no {
            NoName::NotThere => "no name of the policy stands here",
            NoName::Unfit => "a name is of lower-case letters, digits and `-`, and begins with a letter",
            NoName::Taken => "something else has this name",
        };
        (ErrorCode::RequestFailed, words.to_owned())
    };
    let at = asked(workspace, &params.text_document_position).ok_or_else(|| refused(NoName::NotThere))?;
    let name = workspace.opened(&at.path).and_then(|opened| opened.name(&at.name(), at.offset));
    let name = name.ok_or_else(|| refused(NoName::NotThere))?;
    // In the policy, in what it includes, and in the maps of its stores.
    let mut edits = Vec::new();
    for opened in workspace.family(&at.path) {
        edits.extend(opened.rename(&name, &params.new_name).map_err(refused)?);
    }
    Ok(convert::changes(&|file: &str| workspace.text(Path::new(file)), &edits))
}

fn actions(workspace: &mut Workspace, params: CodeActionParams) -> Result<Vec<CodeActionOrCommand>, Refused> {
    let Some((path, text)) = file(workspace, &params.text_document.uri) else { return Ok(Vec::new()) };
    let lines = Utf16Lines::new(&text);
    let offset = |at: lsp_types::Position| lines.offset(Utf16 { line: at.line, column: at.character });
    let within = Span::new(offset(params.range.start), offset(params.range.end));
    let (sources, told) = if editor::is_map(&text) {
        let source = Source::new(name(&path), text.clone());
        (Sources::one(&source), workspace.map_problems(&path, &source))
    } else {
        let sources = workspace.sources(&workspace.first(&path, &text));
        let told = policy::compile_all(&sources).diagnostics;
        (sources, told)
    };
    let texts = |file: &str| workspace.text(Path::new(file));
    let one = |action: Action| {
        CodeActionOrCommand::CodeAction(CodeAction {
            title: action.title,
            kind: Some(CodeActionKind::QUICKFIX),
            is_preferred: Some(action.safe),
            edit: Some(convert::changes(&texts, &action.edits)),
            ..CodeAction::default()
        })
    };
    let mut all: Vec<CodeActionOrCommand> =
        editor::actions(&sources, &told, &name(&path), within).into_iter().map(one).collect();
    all.extend(everything(&sources, &told));
    Ok(all)
}

/// One action for everything that is safe, where there is more than one such thing.
fn everything(sources: &Sources, told: &[policy::Diagnostic]) -> Option<CodeActionOrCommand> {
    let fixed = policy::fixed(sources, told);
    let count: usize = fixed.iter().map(|file| file.mended).sum();
    if count < 2 {
        return None;
    }
    let whole = |file: &policy::Fixed| {
        let before = sources.files().find(|source| source.name == file.name)?;
        let range = convert::range(&before.text, Span::new(0, before.text.len()));
        let url = Url::from_file_path(Path::new(&file.name)).ok()?;
        Some((url, vec![TextEdit { range, new_text: file.text.clone() }]))
    };
    let changes = fixed.iter().filter_map(whole).collect();
    Some(CodeActionOrCommand::CodeAction(CodeAction {
        title: format!("mend all {count} faults that can be mended safely"),
        kind: Some(CodeActionKind::SOURCE_FIX_ALL),
        edit: Some(lsp_types::WorkspaceEdit {
            changes: Some(changes),
            ..lsp_types::WorkspaceEdit::default()
        }),
        ..CodeAction::default()
    }))
}

fn format(
    workspace: &mut Workspace,
    params: DocumentFormattingParams,
) -> Result<Option<Vec<TextEdit>>, Refused> {
    let Some((_, text)) = file(workspace, &params.text_document.uri) else { return Ok(None) };
    let formatted = policy::fmt::format(&text).map_err(|faults| {
        let first = faults.first().map(|fault| fault.message.clone()).unwrap_or_default();
        (ErrorCode::RequestFailed, format!("mend the faults of writing first: {first}"))
    })?;
    let range = convert::range(&text, Span::new(0, text.len()));
    Ok(Some(if formatted == text { Vec::new() } else { vec![TextEdit { range, new_text: formatted }] }))
}
