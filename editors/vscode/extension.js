// Starts `abide lsp` for policies and store maps.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

function activate() {
  const settings = workspace.getConfiguration("abide");
  const run = { command: settings.get("path", "abide"), args: ["lsp"] };
  /** @type {string[]} */
  const files = settings.get("files", []);
  const documentSelector = files.map((pattern) => ({ scheme: "file", language: "yaml", pattern }));
  client = new LanguageClient("abide", "Abide", { run, debug: run }, { documentSelector });
  return client.start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
