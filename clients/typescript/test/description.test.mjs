// The client knows every address, key and word of the description.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import * as client from "../dist/index.js";

const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
const description = JSON.parse(await read("../../../crates/web/assets/openapi.json"));
const { schemas } = description.components;
const sources = await Promise.all(["gate", "words", "forms"].map((name) => read(`../src/${name}.ts`)));

/** The keys of an interface in the source. */
function keys(name) {
  const body = sources.join("\n").match(new RegExp(`interface ${name} \\{([^}]*)\\}`))?.[1];
  assert.ok(body, `no interface ${name}`);
  return new Set([...body.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)].map((found) => found[1]));
}

const described = (schema) => new Set(Object.keys(schema.properties));

test("every address is asked, or is for proxies and readers", () => {
  const others = ["/v1/authorize", "/v1/authorize/{path}", "/v1/openapi.json", "/v1/suppressed"];
  const ours = ["/v1/decide", "/v1/decide/batch", "/v1/audience/{purpose}", "/v1/disclose", "/v1/consents"];
  for (const path of ours) assert.ok(sources[0].includes(path.replace("{purpose}", "")), path);
  const unknown = Object.keys(description.paths).filter((path) => ![...others, ...ours].includes(path));
  assert.deepEqual(unknown, []);
});

test("every key is known", () => {
  assert.deepEqual(new Set([...keys("Conditions"), "subject", "purpose"]), described(schemas.Question));
  assert.deepEqual(new Set([...keys("Conditions"), "purpose"]), described(schemas.BatchQuestion));
  assert.deepEqual(new Set(["question", "subjects"]), described(schemas.Batch));
  assert.equal(schemas.Batch.properties.subjects.maxItems, 10_000);
  assert.deepEqual(keys("Answer"), described(schemas.Answer));
  assert.deepEqual(keys("Batch"), described(schemas.BatchAnswer));
  const meaning = described(schemas.BatchAnswer.properties.reasons.additionalProperties);
  assert.deepEqual(meaning, new Set(["allow", "article", "remedy", "place"]));
  assert.deepEqual(keys("Consent"), described(schemas.Consent));
  assert.deepEqual(keys("Recorded"), described(schemas.Recorded));
  assert.deepEqual(keys("Disclosed"), described(schemas.Disclosed));
  assert.deepEqual(new Set(["subject", "recipient", "purpose"]), described(schemas.Disclosure));
  const filters = description.paths["/v1/audience/{purpose}"].get.parameters.filter((one) => one.in === "query");
  assert.deepEqual(new Set(filters.map((one) => one.name)), new Set([...keys("Filters"), "count"]));
  assert.deepEqual(described(schemas.Problem), new Set(["type", "title", "status", "code", "detail"]));
});

test("every word is known", () => {
  const words = (schema) => schema.enum;
  assert.deepEqual(words(schemas.Answer.properties.reason), [...client.REASONS]);
  assert.deepEqual(words(schemas.BatchAnswer.properties.answers.items), [...client.REASONS]);
  assert.deepEqual(words(schemas.Answer.properties.remedy), [...client.REMEDIES]);
  assert.deepEqual(words(schemas.Question.properties.channel), [...client.CHANNELS]);
  assert.deepEqual(words(schemas.Question.properties.exception), [...client.EXCEPTIONS]);
  assert.deepEqual(words(schemas.Consent.properties.answer), [...client.SAID]);
  assert.deepEqual(words(schemas.Consent.properties.method), [...client.METHODS]);
});
