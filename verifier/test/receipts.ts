// Receipts made here by the format's specification, checked by the page's own code, without a browser. The commitment to
// the facts is the specification's test vector, which another program computed.

import { type Bytes, base64, hex, join, sha256, u64, u8, unhex, utf8 } from "../src/bytes";
import { Failure } from "../src/failure";
import { verify } from "../src/verify";

const NAME = "privacy.example.com/shop";
const COMMITMENT = unhex("0f472716bb8abc673cab8b0a205209c7a755b3412e1c9d904b328ff728ed302c") as Bytes;
const FACTS = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  at: "2026-11-21T10:00:00.123456Z",
  kind: "consent-given",
  subject: "01890a5d-ac96-774b-bcce-b302099a8058",
  purpose: "newsletter",
  categories: ["contact.email"],
  recipient: null,
  expires: "2027-11-21T10:00:00Z",
  policy: "ab".repeat(32),
  actor: "person",
};

// RFC 6962, sections 2.1 and 2.1.1, by the letter.
function split(count: number): number {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
}

async function root(leaves: Bytes[]): Promise<Bytes> {
  if (leaves.length === 1) return leaves[0] as Bytes;
  const k = split(leaves.length);
  return sha256(u8(1), await root(leaves.slice(0, k)), await root(leaves.slice(k)));
}

async function path(index: number, leaves: Bytes[]): Promise<Bytes[]> {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return index < k ? [...(await path(index, left)), await root(right)] : [...(await path(index - k, right)), await root(left)];
}

const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
const typed = join(u8(1), new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
const id = (await sha256(utf8(NAME), utf8("\n"), typed)).slice(0, 4);
const key = `${NAME}+${hex(id)}+${base64(typed)}`;

async function receipt(index: number, size: number) {
  const [empty, none] = [await sha256(), new Uint8Array(32)];
  const own = await sha256(u8(0), u8(1), u64(index), COMMITMENT, empty, none);
  const others = Array.from({ length: size }, (_, at) => (at === index ? own : sha256(u8(0), u64(at))));
  const leaves = await Promise.all(others);
  const text = `${NAME}\n${size}\n${base64(await root(leaves))}\n`;
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, utf8(text)));
  return {
    format: "abide-receipt-v1",
    service: "shop",
    origin: NAME,
    verifier_key: key,
    leaf: { version: 1, index, facts: hex(COMMITMENT), body: hex(empty), key: hex(none) },
    facts: FACTS,
    salt: base64(Uint8Array.from({ length: 32 }, (_, at) => at)),
    proof: {
      inclusion: (await path(index, leaves)).map(hex),
      checkpoint: `${text}\n— ${NAME} ${base64(join(id, signature))}\n`,
    },
  };
}

async function said(json: unknown): Promise<string> {
  try {
    return (await verify(JSON.stringify(json), { key, introductions: [], witnesses: [] })).verdict;
  } catch (error) {
    if (error instanceof Failure) return error.word;
    throw error;
  }
}

function expect(found: string, expected: string, what: string): void {
  if (found !== expected) throw new Error(`${what}: ${found}, not ${expected}`);
}

for (const size of [1, 2, 3, 5, 8, 9, 13]) {
  for (let index = 0; index < size; index += 1) {
    const good = await receipt(index, size);
    const what = `entry ${index} of ${size}`;
    const note = good.proof.checkpoint.replace(`\n${size}\n`, `\n${size + 1}\n`);
    expect(await said(good), "holds", what);
    expect(await said({ ...good, facts: { ...FACTS, purpose: "profiling" } }), "facts", what);
    expect(await said({ ...good, leaf: { ...good.leaf, index: index + 1 } }), "proof", what);
    expect(await said({ ...good, proof: { ...good.proof, checkpoint: note } }), "signature", what);
    expect(await said({ ...good, consents: "to everything" }), "unreadable", what);
    expect(await said({ ...good, format: "abide-receipt-v2" }), "format", what);
    expect(await said({ ...good, service: "shed" }), "origin", what);
  }
}
