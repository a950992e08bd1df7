// The client against a server in the test.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { afterEach, beforeEach, test } from "node:test";

import { Gate, Problem, Unavailable } from "../dist/index.js";

const KARI = "0198b2a0-0000-7000-8000-000000000001";
const OLA = "0198b2a0-0000-7000-8000-000000000002";

let server, base, asked, respond, clock;

beforeEach(async () => {
  asked = [];
  clock = 0;
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      asked.push({ path: request.url, body: body === "" ? null : JSON.parse(body), headers: request.headers });
      respond(response);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${server.address().port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const LINES = "application/x-ndjson";

const gate = (options = {}) => new Gate(base, "secret", { now: () => clock, timeout: 60_000, ...options });

function says(value, status = 200, headers = {}) {
  respond = (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof value === "string" ? value : JSON.stringify(value));
  };
}

const told = (reason, position = 1) =>
  says({
    allow: reason === "consent", reason, article: "Art. 6(1)(a)", remedy: "nothing", place: null, policy: "00", position,
    at: "2026-11-30T12:00:00Z",
  });

test("an answer carries its reason, and the question its conditions and the token", async () => {
  told("consent");
  const answer = await gate().decide(KARI, "campaigns", { channel: "email" });
  assert.deepEqual([answer.allow, answer.reason, answer.position], [true, "consent", 1]);
  assert.equal(asked[0].path, "/v1/decide");
  assert.equal(asked[0].headers.authorization, "Bearer secret");
  assert.deepEqual(asked[0].body, { subject: KARI, purpose: "campaigns", channel: "email" });
});

test("an answer is used again for as long as it says, counted from its question", async () => {
  const client = gate({ ttl: 60_000 });
  told("consent");
  await client.decide(KARI, "campaigns");
  told("consent-withdrawn", 1);
  clock = 999;
  assert.equal((await client.decide(KARI, "campaigns")).allow, true, "kept");
  clock = 1_000;
  assert.equal((await client.decide(KARI, "campaigns")).allow, false, "no setting makes it last longer than a second");
  clock = 1_999;
  assert.equal((await client.decide(KARI, "campaigns")).allow, false);
  assert.equal(asked.length, 2, "a denial is kept as long as an allowance");
  told("consent", 1);
  clock = 2_000;
  assert.equal((await client.decide(KARI, "campaigns")).allow, true);
});

test("without time to live every question is asked", async () => {
  told("consent");
  const client = gate({ ttl: 0 });
  await client.decide(KARI, "campaigns");
  await client.decide(KARI, "campaigns");
  assert.equal(asked.length, 2);
});

test("what was seen never goes backwards", async () => {
  const client = gate();
  told("consent", 5);
  await client.decide(KARI, "campaigns");
  told("consent", 6);
  await client.decide(OLA, "campaigns");
  told("consent-withdrawn", 6);
  assert.equal((await client.decide(KARI, "campaigns")).allow, false, "more of the ledger was seen: dropped");
  told("consent", 4);
  await client.decide(KARI, "letters");
  await client.decide(KARI, "letters");
  assert.equal(asked.length, 5, "an answer of a node that is further behind is not kept");
});

test("denials of the moment and answers from the ledger are not kept", async () => {
  const client = gate();
  for (const reason of ["stale", "clock-behind"]) {
    told(reason);
    await client.decide(KARI, reason);
    await client.decide(KARI, reason);
  }
  told("consent", null);
  await client.decide(KARI, "campaigns", { consistent: true });
  await client.decide(KARI, "campaigns", { consistent: true });
  assert.equal(asked.length, 6);
});

test("an own write drops the person's answers and is seen by the next question", async () => {
  const client = gate();
  told("consent");
  await client.decide(KARI, "campaigns");
  await client.decide(OLA, "campaigns");
  says({ entry: OLA, index: 7, repeated: false }, 201);
  const consent = { subject: KARI.toUpperCase(), purpose: "campaigns", answer: "withdrawn", surface: "app:settings" };
  assert.equal((await client.recordConsent(consent, "key-1")).index, 7);
  assert.deepEqual(asked.at(-1).body, consent);
  assert.equal(asked.at(-1).headers["idempotency-key"], "key-1");
  told("consent-withdrawn", null);
  assert.equal((await client.decide(KARI, "campaigns")).allow, false);
  assert.equal(asked.at(-1).body.consistent, true, "asked of the ledger: a node may not have followed");
  await client.decide(OLA, "campaigns");
  assert.equal(asked.length, 4, "what is known of others stays");
  clock = 2_000;
  told("consent-withdrawn", 9);
  await client.decide(KARI, "campaigns");
  assert.equal(asked.at(-1).body.consistent, undefined, "by then every node has");
});

test("a write that failed may have been written", async () => {
  const client = gate();
  told("consent");
  await client.decide(KARI, "campaigns");
  says({ code: "unavailable", detail: "the ledger could not be read" }, 503);
  const consent = { subject: KARI, purpose: "campaigns", answer: "withdrawn", surface: "app" };
  await assert.rejects(client.recordConsent(consent), Unavailable);
  told("consent-withdrawn", null);
  assert.equal((await client.decide(KARI, "campaigns")).allow, false);
});

test("what fails is denied and what is wrong is thrown", async () => {
  says({ code: "unavailable", detail: "the ledger could not be read" }, 503);
  assert.deepEqual(
    [(await gate().decide(KARI, "campaigns")).reason, (await gate().decideMany([KARI], "campaigns")).get(KARI).allow],
    ["unavailable", false],
  );
  await assert.rejects(gate().disclose(KARI, "intility", "campaigns"), Unavailable);
  assert.equal((await new Gate("http://127.0.0.1:9", "x").decide(KARI, "campaigns")).reason, "unavailable");
  says({ code: "value", detail: "`channel` must be a channel" }, 422);
  await assert.rejects(gate().decide(KARI, "campaigns", { channel: "pigeon" }), (error) => {
    assert.ok(error instanceof Problem);
    assert.deepEqual([error.status, error.code, error.detail], [422, "value", "`channel` must be a channel"]);
    return true;
  });
  says("", 302, { location: "http://elsewhere.example/" });
  await assert.rejects(gate().decide(KARI, "campaigns"), Problem, "a redirect is not followed");
});

/** What proxies, other services and half an answer say with the status of a success. */
const FOREIGN = [
  "<html><title>Sign in</title></html>",
  "",
  "true",
  "null",
  "[]",
  { allow: true },
  { allow: true, reason: "consent" },
  { status: "ok", allow: true, data: {} },
];

const whole = {
  allow: true, reason: "consent", article: "Art. 6(1)(a)", remedy: "nothing", place: null, policy: "00", position: 1,
  at: "2026-11-30T12:00:00Z",
};

test("WE-03: a success that is not Abide's is an error, and never an allowance", async () => {
  const notAbide = (error) => error instanceof Problem && error.status === 200 && error.code === "not-abide";
  const wrong = Object.keys(whole).flatMap((key) => [{ ...whole, [key]: {} }, { ...whole, [key]: undefined }]);
  for (const body of [...FOREIGN, ...wrong, { ...whole, allow: "true" }, { ...whole, allow: 1 }, { ...whole, position: -1 }]) {
    for (const type of ["text/html", "application/json"]) {
      says(body, 200, { "content-type": type });
      await assert.rejects(gate().decide(KARI, "campaigns"), notAbide, JSON.stringify(body));
    }
  }
  const meaning = { allow: true, article: "Art. 6(1)(a)", remedy: "nothing", place: null };
  const batch = { policy: "00", position: 1, at: "", reasons: { consent: meaning }, answers: ["consent"] };
  const others = [{ ...batch, answers: "consent" }, { ...batch, answers: [true] }, { ...batch, reasons: { consent: true } }];
  for (const body of [...FOREIGN, ...others, { ...batch, reasons: { consent: { ...meaning, allow: "yes" } } }]) {
    says(body);
    await assert.rejects(gate().decideMany([KARI], "campaigns"), notAbide, JSON.stringify(body));
  }
  for (const body of FOREIGN) {
    says(body);
    await assert.rejects(gate().count("campaigns"), notAbide);
    await assert.rejects(gate().disclose(KARI, "intility", "campaigns"), notAbide);
    const consent = { subject: KARI, purpose: "campaigns", answer: "given", surface: "app" };
    await assert.rejects(gate().recordConsent(consent), notAbide);
    const all = async () => {
      for await (const id of gate().audience("campaigns")) assert.fail(id);
    };
    await assert.rejects(all(), notAbide, "an empty page is no empty audience");
  }
  says(whole);
  assert.equal((await gate().decide(KARI, "campaigns")).allow, true, "Abide's own is taken");
});

test("what takes too long is denied", async () => {
  respond = () => {};
  assert.equal((await gate({ timeout: 50 }).decide(KARI, "campaigns")).reason, "unavailable");
});

test("many are asked in parts and answered each", async () => {
  const meaning = { allow: true, article: "Art. 6(1)(a)", remedy: "nothing", place: null };
  const answers = Array(10_000).fill("consent");
  says({ policy: "00", position: 1, at: "", reasons: { consent: meaning }, answers });
  const found = await gate().decideMany(Array.from({ length: 20_000 }, (_, n) => String(n)), "campaigns");
  assert.deepEqual([found.size, asked.length], [20_000, 2]);
  assert.ok([...found.values()].every((answer) => answer.allow));
  says({ policy: "00", position: 1, at: "", reasons: { consent: meaning }, answers: ["consent"] });
  const short = await gate().decideMany([KARI, OLA], "campaigns");
  assert.deepEqual([short.get(KARI).allow, short.get(OLA).allow], [true, false], "what was not answered is denied");
});

test("an audience is read line by line, and one that breaks off is no audience", async () => {
  const ids = async (client) => {
    const found = [];
    for await (const id of client.audience("a/b", { country: "NO" })) found.push(id);
    return found;
  };
  says('{"subject":"a"}\n{"subject":"b"}\n', 200, { "content-type": LINES, "abide-position": "3", "abide-policy": "00" });
  assert.deepEqual(await ids(gate()), ["a", "b"]);
  assert.equal(asked[0].path, "/v1/audience/a%2Fb?country=NO");
  for await (const id of gate().audience("campaigns")) {
    assert.equal(id, "a");
    break;
  }
  respond = (response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.write('{"subject":"a"}\n', () => response.destroy());
  };
  await assert.rejects(ids(gate()), Unavailable);
  says('{"subject":"a"}\n{"subj', 200, { "content-type": LINES });
  await assert.rejects(ids(gate()), Unavailable);
  says('{"subject":"a"}\n<p>', 200, { "content-type": LINES });
  await assert.rejects(ids(gate()), Unavailable);
  says({ count: 2 });
  assert.equal(await gate().count("campaigns"), 2);
  assert.equal(asked.at(-1).path, "/v1/audience/campaigns?count=only");
});
