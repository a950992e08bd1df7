// The client against a running Abide, where one is named: Wepack's policy, and somebody who wrote through its form.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Gate, Problem } from "../dist/index.js";

const { ABIDE_URL: url, ABIDE_TOKEN: token, ABIDE_SUBJECT: subject } = process.env;
const NOBODY = "0198b2a0-0000-7000-8000-000000000001";

test("a running Abide", { skip: url === undefined && "no running Abide is named" }, async () => {
  const gate = new Gate(url, token, { timeout: 10_000 });
  assert.equal((await gate.decide(subject, "answer-enquiries")).reason, "legitimate-interest");
  assert.equal((await gate.decide(subject, "train-models")).reason, "purpose-not-declared");
  const many = await gate.decideMany([subject, NOBODY], "answer-enquiries");
  assert.deepEqual([many.get(subject).allow, many.get(NOBODY).reason], [true, "subject-unknown"]);

  const audience = [];
  for await (const id of gate.audience("answer-enquiries")) audience.push(id);
  assert.ok(audience.includes(subject));
  assert.equal(await gate.count("answer-enquiries"), audience.length);
  assert.ok("contact.email" in (await gate.disclose(subject, "intility", "answer-enquiries")).fields);
  await assert.rejects(gate.disclose(subject, "facebook", "answer-enquiries"), Problem);
  await assert.rejects(gate.decide("nobody", "answer-enquiries"), Problem);

  const say = (answer) => ({ subject, purpose: "campaigns", answer, surface: "app:settings" });
  const allowed = async () => (await gate.decide(subject, "campaigns")).allow;
  const key = `typescript-${process.pid}-${Date.now()}`;
  const first = await gate.recordConsent(say("given"), key);
  assert.equal((await gate.recordConsent(say("given"), key)).entry, first.entry);
  assert.equal(await allowed(), true, "the own write is seen at once");
  await gate.recordConsent(say("withdrawn"));
  assert.equal(await allowed(), false);
  const after = await gate.decideMany([subject], "campaigns");
  assert.equal(after.get(subject).allow, false);
  await assert.rejects(gate.recordConsent({ ...say("given"), purpose: "answer-enquiries" }), (error) => error.status === 422);
});
