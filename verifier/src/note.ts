// Signed notes, checkpoints, witnesses' cosignatures and introductions of keys (C2SP; docs/ledger-format.md).

import { type Bytes, hex, join, sha256, u8, unbase64, utf8 } from "./bytes";
import { Failure } from "./failure";

export interface Key {
  line: string;
  name: string;
  id: string;
  public: Bytes;
}

export interface Note {
  text: string;
  lines: { name: string; id: string; bytes: Bytes }[];
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Bytes;
}

export interface Introduction {
  old: Key;
  new: Key;
  size: number;
}

// Type 1 signs notes, type 4 cosigns for a witness.
export async function readKey(text: unknown, type: 1 | 4): Promise<Key> {
  const wrong = new Failure(type === 1 ? "key" : "witness-key");
  const line = typeof text === "string" ? text.trim() : "";
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ?? [];
  const typed = unbase64(encoded);
  if (!name || !id || !typed || typed.length !== 33 || typed[0] !== type) throw wrong;
  const hash = await sha256(utf8(name), utf8("\n"), typed);
  if (hex(hash.slice(0, 4)) !== id) throw wrong;
  return { line, name, id, public: typed.slice(1) };
}

export function readNote(text: unknown): Note {
  const wrong = new Failure("checkpoint");
  if (typeof text !== "string" || !text.endsWith("\n") || /[\u0000-\u0009\u000b-\u001f]/.test(text)) throw wrong;
  const end = text.lastIndexOf("\n\n");
  if (end < 0) throw wrong;
  const lines = text.slice(end + 2, -1).split("\n").map((line) => {
    const [, name, encoded] = /^— ([^+\s]+) (.+)$/.exec(line) ?? [];
    const bytes = unbase64(encoded);
    if (!name || !bytes || bytes.length < 5) throw wrong;
    return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
  });
  if (lines.length > 100) throw wrong;
  return { text: text.slice(0, end + 1), lines };
}

async function holds(key: Key, signature: Bytes, message: Bytes): Promise<boolean> {
  const imported = await crypto.subtle.importKey("raw", key.public, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, signature, message);
}

// Whether the key signed: every line that claims to be by it must hold.
export async function signed(note: Note, key: Key): Promise<"yes" | "no" | "wrong"> {
  const lines = note.lines.filter((line) => line.name === key.name && line.id === key.id);
  for (const line of lines) {
    if (!(await holds(key, line.bytes, utf8(note.text)))) return "wrong";
  }
  return lines.length > 0 ? "yes" : "no";
}

// When the witness cosigned, in seconds since 1970.
export async function cosigned(note: Note, key: Key): Promise<number | undefined> {
  let at: number | undefined;
  for (const line of note.lines.filter((line) => line.name === key.name && line.id === key.id)) {
    const wrong = new Failure("witness", { name: key.name });
    if (line.bytes.length !== 72) throw wrong;
    const time = new DataView(line.bytes.buffer, line.bytes.byteOffset).getBigUint64(0);
    const message = utf8(`cosignature/v1\ntime ${time}\n${note.text}`);
    if (!(await holds(key, line.bytes.slice(8), message))) throw wrong;
    at = Math.max(at ?? 0, Number(time));
  }
  return at;
}

export function decimal(text: string | undefined): number | undefined {
  const number = Number(text);
  return text !== undefined && /^\d+$/.test(text) && Number.isSafeInteger(number) && String(number) === text ? number : undefined;
}

export function readCheckpoint(note: Note): Checkpoint {
  const [origin, digits, encoded, ...more] = note.text.slice(0, -1).split("\n");
  const [size, root] = [decimal(digits), unbase64(encoded)];
  if (!origin || size === undefined || root?.length !== 32 || more.includes("")) throw new Failure("checkpoint");
  return { origin, size, root };
}

export async function readIntroduction(text: string): Promise<Introduction> {
  const wrong = new Failure("introduction");
  const note = readNote(text);
  const form = /^abide-key-introduction-v1\nold (.+)\nnew (.+)\nsize (\d+)\nat \d+\nuntil \d+\n$/;
  const [, before, after, digits] = form.exec(note.text) ?? [];
  const size = decimal(digits);
  if (size === undefined) throw wrong;
  const [old, next] = [await readKey(before, 1), await readKey(after, 1)];
  const both = (await signed(note, old)) === "yes" && (await signed(note, next)) === "yes";
  if (!both || old.name !== next.name) throw wrong;
  return { old, new: next, size };
}

// From one key forwards to another; the size up to which the first counts.
export function walk(all: Introduction[], from: Key, to: Key): number | undefined {
  let [at, first]: [string, number | undefined] = [from.line, undefined];
  for (let steps = 0; steps < all.length; steps += 1) {
    const step = all.find((step) => step.old.line === at);
    if (!step) return undefined;
    first ??= step.size;
    at = step.new.line;
    if (at === to.line) return first;
  }
  return undefined;
}

// RFC 9162, section 2.1.3.2.
export async function included(hash: Bytes, index: number, size: number, path: Bytes[]): Promise<Bytes | undefined> {
  let [node, last, at] = [BigInt(index), BigInt(size) - 1n, hash];
  if (index >= size) return undefined;
  for (const sibling of path) {
    if (last === 0n) return undefined;
    if (node % 2n === 1n || node === last) {
      at = await sha256(u8(1), sibling, at);
      while (node % 2n === 0n && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
    } else {
      at = await sha256(u8(1), at, sibling);
    }
    [node, last] = [node >> 1n, last >> 1n];
  }
  return last === 0n ? join(at) : undefined;
}
