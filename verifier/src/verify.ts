// Checks a receipt as docs/ledger-format.md says, in its order; the first check that fails is named.

import { type Bytes, expand, join, same, sha256, u64, u8, unbase64, unhex, utf8 } from "./bytes";
import { Failure } from "./failure";
import { type Json, type Table, differs, linked, noticeHash, table } from "./linked";
import * as note from "./note";

export interface Trust {
  key: string;
  introductions: string[];
  witnesses: string[];
}

export interface Said {
  word: string;
  values?: Record<string, string>;
}

export interface Verified {
  verdict: "holds" | "holds-own" | "not-proven";
  said: Said[];
  facts: Table;
  body: Json | undefined;
}

const FIELDS = ["format", "service", "origin", "verifier_key", "leaf", "facts", "salt", "body", "entry_key", "proof", "notice", "introductions"];
const FACTS = ["id", "at", "kind", "subject", "purpose", "categories", "recipient", "expires", "policy", "actor"];

function only(value: unknown, fields: string[]): Table {
  const found = table(value);
  if (!found || Object.keys(found).some((key) => !fields.includes(key))) throw new Failure("unreadable");
  return found;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new Failure("unreadable");
  return value;
}

function bytes(value: Bytes | undefined, length?: number): Bytes {
  if (!value || (length !== undefined && value.length !== length)) throw new Failure("unreadable");
  return value;
}

const long = (value: string) => join(u64(utf8(value).length), utf8(value));
const option = <T>(value: T | null | undefined, write: (value: T) => Bytes) =>
  value === null || value === undefined ? u8(0) : join(u8(1), write(value));
const uuid = (value: string) => bytes(unhex(value.replaceAll("-", "")), 16);

// Microseconds since 1970.
function micros(value: string): Bytes {
  const [, day, time, fraction] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(value) ?? [];
  const millis = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(millis)) throw new Failure("unreadable");
  return u64(BigInt(millis) * 1000n + BigInt((fraction ?? "").padEnd(6, "0")));
}

function canonical(facts: Table): Bytes {
  const categories = facts["categories"];
  if (!Array.isArray(categories)) throw new Failure("unreadable");
  const optional = (key: string, write: (value: string) => Bytes) =>
    option(facts[key], (value) => write(text(value)));
  return join(
    u8(1),
    uuid(text(facts["id"])),
    micros(text(facts["at"])),
    long(text(facts["kind"])),
    optional("subject", uuid),
    optional("purpose", long),
    u64(categories.length),
    ...categories.map((one) => long(text(one))),
    optional("recipient", long),
    optional("expires", micros),
    optional("policy", (value) => bytes(unhex(value), 32)),
    long(text(facts["actor"])),
  );
}

async function open(sealed: Bytes, key: Bytes, service: string, id: string): Promise<Json> {
  const place = join(utf8("abide-place-v1\n"), long(service), long("entry"), u64(16), uuid(id), long("body"));
  const nonce = sealed.slice(1, 13);
  const both = await expand(key, join(utf8("abide-seal-v1\n"), nonce, place), 64);
  if (sealed[0] !== 1 || !same(both.slice(32), sealed.slice(13, 45))) throw new Failure("body");
  try {
    const imported = await crypto.subtle.importKey("raw", both.slice(0, 32), "AES-GCM", false, ["decrypt"]);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce, additionalData: place }, imported, sealed.slice(45));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)) as Json;
  } catch {
    throw new Failure("body");
  }
}

export async function verify(json: string, trust: Trust): Promise<Verified> {
  let document: Table | undefined;
  try {
    document = table(JSON.parse(json));
  } catch {
    throw new Failure("unreadable");
  }
  const around = document && "@context" in document ? document : undefined;
  const receipt = only(around ? around["proof"] : document, FIELDS);
  const facts = only(receipt["facts"], FACTS);
  const said: Said[] = [];
  const leaf = await checkLeaf(receipt, facts, said);
  const body = await openBody(receipt, facts);
  const own = await ownKey(receipt);
  const introductions = await introduced(receipt, trust, own);
  if (!receipt["proof"]) {
    await checkRecord(around, receipt, body, said);
    return { verdict: "not-proven", said: [...said, { word: "not-yet" }], facts, body };
  }
  const proof = only(receipt["proof"], ["inclusion", "checkpoint"]);
  const signedNote = note.readNote(proof["checkpoint"]);
  const state = await note.signed(signedNote, own);
  if (state !== "yes") throw new Failure("signature");
  const checkpoint = note.readCheckpoint(signedNote);
  if (checkpoint.origin !== own.name) throw new Failure("origin");
  const path = (proof["inclusion"] as Json[]).map((hash) => bytes(unhex(hash), 32));
  const root = await note.included(leaf.hash, leaf.index, checkpoint.size, path);
  if (!root || !same(root, checkpoint.root)) throw new Failure("proof");
  said.push({ word: "included", values: { index: String(leaf.index), size: String(checkpoint.size) } });
  said.push(await trusted(trust, own, introductions, signedNote, checkpoint.size));
  await checkRecord(around, receipt, body, said);
  await witnessed(signedNote, trust.witnesses, said);
  return { verdict: trust.key.trim() ? "holds" : "holds-own", said, facts, body };
}

async function checkLeaf(receipt: Table, facts: Table, said: Said[]): Promise<{ hash: Bytes; index: number }> {
  const later = "notice" in receipt || "introductions" in receipt;
  if (receipt["format"] !== (later ? "abide-receipt-v2" : "abide-receipt-v1")) throw new Failure("format");
  const leaf = only(receipt["leaf"], ["version", "index", "facts", "body", "key"]);
  const index = leaf["index"];
  if (leaf["version"] !== 1) throw new Failure("format");
  if (typeof index !== "number" || !Number.isSafeInteger(index) || index < 0) throw new Failure("unreadable");
  const [ofFacts, ofBody, ofKey] = ["facts", "body", "key"].map((key) => bytes(unhex(leaf[key]), 32)) as [Bytes, Bytes, Bytes];
  const salt = bytes(unbase64(receipt["salt"]), 32);
  if (!same(await sha256(utf8("abide-facts-v1\n"), salt, canonical(facts)), ofFacts)) throw new Failure("facts");
  said.push({ word: "facts" });
  if (receipt["body"] !== undefined) {
    if (!same(await sha256(bytes(unbase64(receipt["body"]))), ofBody)) throw new Failure("body");
    said.push({ word: "body" });
  } else {
    said.push({ word: same(await sha256(), ofBody) ? "no-body" : "body-withheld" });
  }
  if (receipt["entry_key"] !== undefined) {
    const key = bytes(unbase64(receipt["entry_key"]), 32);
    if (!same(await sha256(utf8("abide-entry-key-v1\n"), key), ofKey)) throw new Failure("entry-key");
    said.push({ word: "entry-key-fits" });
  }
  return { hash: await sha256(u8(0), u8(1), u64(index), ofFacts, ofBody, ofKey), index };
}

async function openBody(receipt: Table, facts: Table): Promise<Json | undefined> {
  if (receipt["body"] === undefined || receipt["entry_key"] === undefined) return undefined;
  const [sealed, key] = [bytes(unbase64(receipt["body"])), bytes(unbase64(receipt["entry_key"]), 32)];
  return open(sealed, key, text(receipt["service"]), text(facts["id"]));
}

async function ownKey(receipt: Table): Promise<note.Key> {
  const own = await note.readKey(receipt["verifier_key"], 1);
  const origin = text(receipt["origin"]);
  if (own.name !== origin || origin.split("/").pop() !== receipt["service"]) throw new Failure("origin");
  return own;
}

async function introduced(receipt: Table, trust: Trust, own: note.Key): Promise<note.Introduction[]> {
  const notes = (receipt["introductions"] ?? []) as Json[];
  const inside = await Promise.all(notes.map((one) => note.readIntroduction(text(one))));
  if (inside.some((one) => one.new.name !== own.name)) throw new Failure("introduction");
  const outside = await Promise.all(trust.introductions.map(note.readIntroduction));
  return [...outside, ...inside];
}

async function trusted(
  trust: Trust,
  own: note.Key,
  introductions: note.Introduction[],
  signedNote: note.Note,
  size: number,
): Promise<Said> {
  if (!trust.key.trim()) return { word: "own-key", values: { key: own.line } };
  const key = await note.readKey(trust.key, 1);
  if (key.line === own.line) return { word: "trusted", values: { key: key.line } };
  const vouched = { word: "vouched", values: { key: own.line, trusted: key.line } };
  if (note.walk(introductions, key, own) !== undefined) return vouched;
  const until = note.walk(introductions, own, key);
  if (until !== undefined) {
    if (size > until) throw new Failure("replaced");
    return vouched;
  }
  if ((await note.signed(signedNote, key)) === "yes") return { word: "trusted", values: { key: key.line } };
  throw new Failure("other-key", { key: own.line, trusted: key.line });
}

async function checkRecord(around: Table | undefined, receipt: Table, body: Json | undefined, said: Said[]): Promise<void> {
  if (receipt["notice"] !== undefined) {
    const named = table(body)?.["notice"];
    if (typeof named !== "string" || (await noticeHash(receipt["notice"])) !== named) throw new Failure("notice");
  }
  if (!around) return;
  const at = differs(around, linked(receipt, body));
  if (at !== undefined) throw new Failure("record", { at });
  said.push({ word: "record-fits" });
}

async function witnessed(signedNote: note.Note, witnesses: string[], said: Said[]): Promise<void> {
  let found = false;
  for (const line of witnesses.filter((line) => line.trim())) {
    const key = await note.readKey(line, 4);
    const at = await note.cosigned(signedNote, key);
    const time = at === undefined ? "" : new Date(at * 1000).toISOString();
    said.push({ word: at === undefined ? "not-cosigned" : "cosigned", values: { name: key.name, time } });
    found ||= at !== undefined;
  }
  said.push({ word: found ? "truth" : "same-log" });
}
