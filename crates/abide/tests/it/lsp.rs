//! The language server as an editor meets it: through a client library of its own, over standard input and output.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use async_lsp::lsp_types::notification::PublishDiagnostics;
use async_lsp::lsp_types::*;
use async_lsp::router::Router;
use async_lsp::{LanguageServer, MainLoop, ServerSocket};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio_util::compat::{TokioAsyncReadCompatExt as _, TokioAsyncWriteCompatExt as _};

use crate::check::MAP;

struct Stop;

/// An editor with a server of its own.
struct Editor {
    folder: tempfile::TempDir,
    server: ServerSocket,
    told: UnboundedReceiver<PublishDiagnosticsParams>,
    running: tokio::task::JoinHandle<()>,
    child: tokio::process::Child,
}

const SOUND: &str = include_str!("../../../policy/tests/suite/sound.yaml");

impl Editor {
    async fn start() -> Self {
        let (tell, told) = unbounded_channel();
        let (main, mut server) = MainLoop::new_client(|_| {
            let mut router = Router::new(());
            router
                .notification::<PublishDiagnostics>(move |(), params| {
                    let _ = tell.send(params);
                    ControlFlow::Continue(())
                })
                .event(|(), _: Stop| ControlFlow::Break(Ok(())));
            router
        });
        let mut child = tokio::process::Command::new(env!("CARGO_BIN_EXE_abide"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("abide runs");
        let (stdout, stdin) = (child.stdout.take().expect("output"), child.stdin.take().expect("input"));
        let running = tokio::spawn(async move {
            let _ = main.run_buffered(stdout.compat(), stdin.compat_write()).await;
        });
        let capable =
            server.initialize(InitializeParams::default()).await.expect("it introduces itself").capabilities;
        assert!(capable.hover_provider.is_some() && capable.rename_provider.is_some());
        server.initialized(InitializedParams {}).expect("a server");
        Editor { folder: tempfile::tempdir().expect("a folder"), server, told, running, child }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().expect("the folder").join(name)
    }

    fn uri(&self, name: &str) -> Url {
        Url::from_file_path(self.path(name)).expect("a path")
    }

    fn open(&mut self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("a file");
        let document = TextDocumentItem::new(self.uri(name), "yaml".to_owned(), 1, text.to_owned());
        self.server.did_open(DidOpenTextDocumentParams { text_document: document }).expect("a server");
    }

    /// Types over a stretch, as an editor does.
    fn edit(&mut self, name: &str, version: i32, range: Range, text: &str) {
        let change =
            TextDocumentContentChangeEvent { range: Some(range), range_length: None, text: text.to_owned() };
        let params = DidChangeTextDocumentParams {
            text_document: VersionedTextDocumentIdentifier::new(self.uri(name), version),
            content_changes: vec![change],
        };
        self.server.did_change(params).expect("a server");
    }

    /// The problems of a file, told next.
    async fn told(&mut self, name: &str) -> Vec<Diagnostic> {
        let uri = self.uri(name);
        loop {
            let next = tokio::time::timeout(Duration::from_secs(60), self.told.recv()).await;
            let params = next.expect("something is told in time").expect("the server lives");
            if params.uri == uri {
                return params.diagnostics;
            }
        }
    }

    fn at(&self, name: &str, position: Position) -> TextDocumentPositionParams {
        TextDocumentPositionParams::new(TextDocumentIdentifier::new(self.uri(name)), position)
    }

    async fn stop(mut self) {
        self.server.shutdown(()).await.expect("it shuts down");
        self.server.exit(()).expect("a server");
        let ended = tokio::time::timeout(Duration::from_secs(30), self.child.wait()).await;
        assert!(ended.expect("it ends").expect("a status").success());
        let _ = self.server.emit(Stop);
        let _ = self.running.await;
    }
}

/// Where a text stands, in UTF-16 units; the end of it where `after`.
fn find(text: &str, words: &str, after: bool) -> Position {
    let at = text.find(words).unwrap_or_else(|| panic!("{words} is not there"))
        + if after { words.len() } else { 0 };
    let before = &text[..at];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
    Position::new(u32::try_from(line).expect("a line"), u32::try_from(column).expect("a column"))
}

fn applied(text: &str, mut edits: Vec<TextEdit>) -> String {
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
    let mut out = text.to_owned();
    let offset = |text: &str, at: Position| {
        let start: usize = text.split_inclusive('\n').take(at.line as usize).map(str::len).sum();
        let mut units = 0;
        let within = text[start..].char_indices().find(|(_, c)| {
            let here = units >= at.character as usize;
            units += c.len_utf16();
            here
        });
        within.map_or(text.len(), |(n, _)| start + n)
    };
    for edit in edits {
        let (from, to) = (offset(&out, edit.range.start), offset(&out, edit.range.end));
        out.replace_range(from..to, &edit.new_text);
    }
    out
}

fn code(diagnostic: &Diagnostic) -> String {
    match &diagnostic.code {
        Some(NumberOrString::String(code)) => code.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn problems_are_told_as_one_types() {
    let mut editor = Editor::start().await;
    editor.open("policy.yaml", SOUND);
    assert_eq!(editor.told("policy.yaml").await, []);
    let (from, to) = (find(SOUND, "within: 1 month", true), find(SOUND, "within: 1 month", true));
    let range = Range::new(Position::new(from.line, from.character - 7), to);
    editor.edit("policy.yaml", 2, range, "3 months");
    let told = editor.told("policy.yaml").await;
    assert_eq!(told.iter().map(code).collect::<Vec<_>>(), ["A0307"]);
    assert!(told[0].message.contains("law: GDPR Art. 12(3)"), "{}", told[0].message);
    assert_eq!(told[0].range.start, range.start);
    // The characters of another alphabet before a place move nothing.
    editor.edit("policy.yaml", 3, Range::new(Position::new(3, 0), Position::new(3, 0)), "# 🙂 æøå\n");
    let told = editor.told("policy.yaml").await;
    assert_eq!(told[0].range.start.line, range.start.line + 1);
    editor.stop().await;
}

#[tokio::test]
async fn of_too_many_problems_the_gravest_are_told_and_how_many_more_there_are() {
    let mut editor = Editor::start().await;
    let many: String =
        (0..600).map(|n| format!("  cat-{n}:\n    name: Thing {n}\n    kind: text\n")).collect();
    editor.open("policy.yaml", &format!("abide: 1\nservice: big\ndata:\n{many}"));
    let told = editor.told("policy.yaml").await;
    assert_eq!(told.len(), 501);
    let (last, shown) = told.split_last().expect("some");
    assert!(shown.iter().all(|one| one.severity == Some(DiagnosticSeverity::ERROR)));
    assert!(last.message.starts_with("and ") && last.message.contains("`abide check`"), "{}", last.message);
    assert_eq!(last.severity, Some(DiagnosticSeverity::INFORMATION));
    editor.stop().await;
}

#[tokio::test]
async fn what_is_told_is_mended_by_an_action_and_the_layout_by_formatting() {
    let mut editor = Editor::start().await;
    let text = SOUND.replace("gpc: honour", "gpc: honor").replace(
        "rights: { answer: { within: 1 month }, withdraw: [privacy-centre] }",
        "rights: { answer: { within: 3 months }, withdraw: [privacy-centre] } # slow",
    );
    assert!(text.contains("# slow"), "the line is another");
    let text = text.replace("tell_authority_within: 72 hours", "tell_authority_within: 9 days");
    editor.open("policy.yaml", &text);
    let told = editor.told("policy.yaml").await;
    assert!(told.len() >= 2, "{told:#?}");
    let params = CodeActionParams {
        text_document: TextDocumentIdentifier::new(editor.uri("policy.yaml")),
        range: Range::new(find(&text, "3 months", false), find(&text, "3 months", true)),
        context: CodeActionContext::default(),
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    };
    let actions = editor.server.code_action(params).await.expect("an answer").expect("actions");
    let titles: Vec<String> = actions
        .iter()
        .map(|action| match action {
            CodeActionOrCommand::CodeAction(action) => action.title.clone(),
            CodeActionOrCommand::Command(command) => command.title.clone(),
        })
        .collect();
    assert_eq!(titles[0], "answer within a month (A0307)", "{titles:?}");
    assert!(titles.iter().any(|title| title.starts_with("mend all")), "{titles:?}");
    let CodeActionOrCommand::CodeAction(action) = &actions[0] else { panic!("{:?}", actions[0]) };
    let changes = action.edit.clone().and_then(|edit| edit.changes).expect("changes");
    let mended = applied(&text, changes[&editor.uri("policy.yaml")].clone());
    assert_eq!(mended, text.replace("3 months", "1 month"), "the comment stays");

    let untidy = SOUND.replace("minimum_age: 13", "minimum_age:    13");
    editor.open("untidy.yaml", &untidy);
    let params = DocumentFormattingParams {
        text_document: TextDocumentIdentifier::new(editor.uri("untidy.yaml")),
        options: FormattingOptions::default(),
        work_done_progress_params: WorkDoneProgressParams::default(),
    };
    let edits = editor.server.formatting(params).await.expect("an answer").expect("edits");
    assert!(applied(&untidy, edits).contains("minimum_age: 13\n"));
    editor.stop().await;
}

#[tokio::test]
async fn meaning_completion_declaration_and_new_names() {
    let mut editor = Editor::start().await;
    editor.open("policy.yaml", SOUND);
    let _ = editor.told("policy.yaml").await;
    let hover = |editor: &Editor, words: &str| HoverParams {
        text_document_position_params: editor.at("policy.yaml", find(SOUND, words, true)),
        work_done_progress_params: WorkDoneProgressParams::default(),
    };
    let params = hover(&editor, "basis: contr");
    let meaning = editor.server.hover(params).await.expect("an answer").expect("a meaning");
    let HoverContents::Markup(meaning) = meaning.contents else { panic!("no Markdown") };
    assert!(meaning.value.contains("Art. 6(1)(b)"), "{}", meaning.value);

    let params = GotoDefinitionParams {
        text_document_position_params: editor.at("policy.yaml", find(SOUND, "uses: [contact.na", true)),
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    };
    let declared = editor.server.definition(params).await.expect("an answer").expect("a place");
    let GotoDefinitionResponse::Scalar(declared) = declared else { panic!("{declared:?}") };
    assert_eq!(declared.range.start, find(SOUND, "name: { kind", false));

    let params = RenameParams {
        text_document_position: editor
            .at("policy.yaml", find(SOUND, "uses: [contact.name, contact.em", true)),
        new_name: "address".to_owned(),
        work_done_progress_params: WorkDoneProgressParams::default(),
    };
    let edit = editor.server.rename(params.clone()).await.expect("an answer").expect("changes");
    let changes = edit.changes.expect("changes");
    let renamed = applied(SOUND, changes[&editor.uri("policy.yaml")].clone());
    assert!(renamed.contains("address: { kind: email") && renamed.contains("contact.address]"), "{renamed}");
    let refused = editor.server.rename(RenameParams { new_name: "name".to_owned(), ..params }).await;
    assert!(refused.is_err_and(|error| error.to_string().contains("something else has this name")));

    let line = find(SOUND, "    duty: voluntary", false);
    editor.edit("policy.yaml", 2, Range::new(line, line), "    me\n");
    let params = CompletionParams {
        text_document_position: editor.at("policy.yaml", Position::new(line.line, 6)),
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
        context: None,
    };
    let offered = editor.server.completion(params).await.expect("an answer").expect("words");
    let CompletionResponse::Array(offered) = offered else { panic!("{offered:?}") };
    let labels: Vec<&str> = offered.iter().map(|one| one.label.as_str()).collect();
    assert!(labels.contains(&"messages") && !labels.contains(&"why"), "{labels:?}");
    editor.stop().await;
}

#[tokio::test]
async fn a_policy_of_several_files_is_one() {
    let mut editor = Editor::start().await;
    let (head, data) = SOUND.split_once("data:\n").expect("data");
    let (data, rest) = data.split_once("purposes:\n").expect("purposes");
    let first = format!("{head}include: [data.yaml]\npurposes:\n{rest}");
    std::fs::write(editor.path("policy.yaml"), &first).expect("a file");
    let part = format!("data:\n{}", data.replace("email: {", "e_mail: {"));
    editor.open("data.yaml", &part);
    // told as part of the whole: nothing uses the field by its new name
    assert_eq!(editor.told("data.yaml").await.iter().map(code).collect::<Vec<_>>(), ["A0501"]);
    editor.open("policy.yaml", &first);
    let told = editor.told("policy.yaml").await;
    assert_eq!(told.iter().map(code).collect::<Vec<_>>(), ["A0107"]);
    let place = told[0].related_information.clone().unwrap_or_default();
    assert!(place.iter().all(|one| one.location.uri == editor.uri("data.yaml")), "{place:?}");
    editor.stop().await;
}

#[tokio::test]
async fn a_new_name_reaches_the_store_maps_and_a_map_s_name_the_policy() {
    let mut editor = Editor::start().await;
    std::fs::write(editor.path("policy.yaml"), SOUND).expect("a file");
    editor.open("shop.map.yaml", MAP);
    assert_eq!(editor.told("shop.map.yaml").await, []);
    let params = RenameParams {
        text_document_position: editor.at("shop.map.yaml", find(MAP, "mail: contact.em", true)),
        new_name: "address".to_owned(),
        work_done_progress_params: WorkDoneProgressParams::default(),
    };
    let edit = editor.server.rename(params.clone()).await.expect("an answer").expect("changes");
    let changes = edit.changes.expect("changes");
    let policy = applied(SOUND, changes[&editor.uri("policy.yaml")].clone());
    assert!(policy.contains("address: { kind: email") && policy.contains("contact.address]"), "{policy}");
    let map = applied(MAP, changes[&editor.uri("shop.map.yaml")].clone());
    assert!(map.contains("mail: contact.address }"), "{map}");
    let refused = editor.server.rename(RenameParams { new_name: "name".to_owned(), ..params }).await;
    assert!(refused.is_err_and(|error| error.to_string().contains("something else has this name")));

    let params = GotoDefinitionParams {
        text_document_position_params: editor.at("shop.map.yaml", find(MAP, "purpose: ans", true)),
        work_done_progress_params: WorkDoneProgressParams::default(),
        partial_result_params: PartialResultParams::default(),
    };
    let declared = editor.server.definition(params).await.expect("an answer").expect("a place");
    let GotoDefinitionResponse::Scalar(declared) = declared else { panic!("{declared:?}") };
    assert_eq!(
        (declared.uri, declared.range.start),
        (editor.uri("policy.yaml"), find(SOUND, "answer:", false))
    );
    editor.stop().await;
}

#[tokio::test]
async fn nothing_is_told_of_a_file_of_something_else() {
    let mut editor = Editor::start().await;
    editor.open("compose.yaml", "services:\n  web: { image: nginx }\n");
    editor.open("policy.yaml", "");
    let first = editor.told.recv().await.expect("something is told").uri;
    assert_eq!(first, editor.uri("policy.yaml"));
    editor.stop().await;
}

#[tokio::test]
async fn nothing_an_editor_sends_brings_it_down() {
    let mut editor = Editor::start().await;
    editor.open("policy.yaml", "abide: 1\nservice: [\n  🙂");
    let _ = editor.told("policy.yaml").await;
    for (line, column) in [(0, 0), (1, 99), (2, 3), (2, 4), (77, 1)] {
        let params = CompletionParams {
            text_document_position: editor.at("policy.yaml", Position::new(line, column)),
            work_done_progress_params: WorkDoneProgressParams::default(),
            partial_result_params: PartialResultParams::default(),
            context: None,
        };
        editor.server.completion(params).await.expect("an answer");
    }
    let far = Range::new(Position::new(9, 9), Position::new(3, 0));
    editor.edit("policy.yaml", 2, far, "x");
    let params = HoverParams {
        text_document_position_params: editor.at("policy.yaml", Position::new(0, 1)),
        work_done_progress_params: WorkDoneProgressParams::default(),
    };
    assert!(editor.server.hover(params).await.expect("an answer").is_some());
    assert!(Path::new(&editor.path("policy.yaml")).exists());
    editor.stop().await;
}
