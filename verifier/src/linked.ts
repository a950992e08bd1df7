// The record around the proof, computed again from what the proof covers (docs/ledger-format.md, "As linked data").

import { hex, sha256, utf8 } from "./bytes";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Table = { [key: string]: Json };

export function table(value: unknown): Table | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : undefined;
}

export async function noticeHash(notice: Json): Promise<string | undefined> {
  const text = canonical(notice);
  return text === undefined ? undefined : hex(await sha256(utf8(text)));
}

function canonical(value: Json): string | undefined {
  if (typeof value === "string") return JSON.stringify(value);
  const parts = (list: (string | undefined)[]) => (list.includes(undefined) ? undefined : list.join(","));
  if (Array.isArray(value)) {
    const inner = parts(value.map(canonical));
    return inner === undefined ? undefined : `[${inner}]`;
  }
  const map = table(value);
  if (!map) return undefined;
  const pair = (key: string) => {
    const inner = canonical(map[key] as Json);
    return inner === undefined || !/^[\x00-\x7f]*$/.test(key) ? undefined : `${JSON.stringify(key)}:${inner}`;
  };
  const inner = parts(Object.keys(map).sort().map(pair));
  return inner === undefined ? undefined : `{${inner}}`;
}

// Where two values differ first, as a JSON pointer.
export function differs(found: Json | undefined, expected: Json | undefined, at = ""): string | undefined {
  const [one, other] = [table(found), table(expected)];
  if (one && other) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const below = differs(one[key], other[key], `${at}/${key}`);
      if (below !== undefined) return below;
    }
    return undefined;
  }
  if (Array.isArray(found) && Array.isArray(expected) && found.length === expected.length) {
    return found.map((item, nth) => differs(item, expected[nth], `${at}/${nth}`)).find((below) => below !== undefined);
  }
  return found === expected ? undefined : at || "/";
}

const PROFILE = "https://w3id.org/dpv/schema/dpv-27560#";
const CONTEXT: Json = {
  dpv: "https://w3id.org/dpv#",
  pd: "https://w3id.org/dpv/pd#",
  loc: "https://w3id.org/dpv/loc#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  abide: "urn:x-abide:",
  "dct:created": { "@type": "xsd:dateTime" },
  "dpv:isIndicatedAtTime": { "@type": "xsd:dateTime" },
  proof: { "@id": "abide:proof", "@type": "@json" },
};

export function linked(receipt: Table, body: Json | undefined): Json {
  const facts = receipt["facts"] as Table;
  const consents = statuses(facts, body);
  const [consent, whole] = [consents.length > 0, consents.length > 0 && receipt["notice"] !== undefined];
  const record: Table = { ...(table(receipt["notice"]) ?? {}) };
  record["@type"] = consent ? "dpv:ConsentRecord" : "abide:Record";
  record["dct:identifier"] = facts["id"] as Json;
  record["dct:created"] = facts["at"] as Json;
  record["abide:kind"] = facts["kind"] as Json;
  if (whole) record["dct:conformsTo"] = { "@id": `${PROFILE}record-eu-gdpr` };
  if (facts["subject"]) record["dpv:hasDataSubject"] = { "@id": `urn:uuid:${facts["subject"]}`, "@type": "dpv:DataSubject" };
  if ((facts["categories"] as Json[]).length > 0) record["abide:fields"] = facts["categories"] as Json;
  const accepted = boxes(body)
    .filter((one) => one["ticked"] === true && Array.isArray(one["documents"]) && one["documents"].length > 0)
    .map((one) => ({ "abide:wording": one["wording"] as Json, "abide:texts": one["documents"] as Json }));
  if (accepted.length > 0) record["abide:accepted"] = accepted;
  if (consent) record["dpv:hasConsentStatus"] = consents;
  return {
    "@context": CONTEXT,
    "@id": `urn:uuid:${facts["id"]}`,
    "@type": consent ? "dpv:ConsentReceipt" : "abide:Receipt",
    "dct:identifier": facts["id"] as Json,
    ...(whole ? { "dct:conformsTo": { "@id": `${PROFILE}receipt-eu-gdpr` } } : {}),
    "dpv:hasRecordOfActivity": [record],
    proof: receipt,
  };
}

function boxes(body: Json | undefined): Table[] {
  const list = table(body)?.["boxes"];
  return Array.isArray(list) ? list.map((one) => table(one) ?? {}) : [];
}

const STATES: Record<string, string> = {
  "consent-asked": "dpv:ConsentRequested",
  "consent-given": "dpv:ConsentGiven",
  "consent-refused": "dpv:ConsentRefused",
  "consent-withdrawn": "dpv:ConsentWithdrawn",
  "consent-expired": "dpv:ConsentExpired",
};

function statuses(facts: Table, body: Json | undefined): Table[] {
  const about = boxes(body).filter((one) => one["purpose"] !== undefined);
  if (about.length === 0) {
    const state = STATES[String(facts["kind"])];
    return state ? [status(facts, state, facts["purpose"], undefined)] : [];
  }
  return about.map((one) => {
    const counts = one["ticked"] === true && one["waits"] !== true;
    return status(facts, counts ? "dpv:ConsentGiven" : "dpv:ConsentRequested", one["purpose"], one["wording"]);
  });
}

function status(facts: Table, state: string, purpose: Json | undefined, wording: Json | undefined): Table {
  const said: Table = { "@type": state === "dpv:ConsentGiven" ? [state, "dpv:ExpressedConsent"] : [state] };
  said["dpv:isIndicatedAtTime"] = facts["at"] as Json;
  if (facts["actor"] === "person") said["dpv:isIndicatedBy"] = { "@id": "dpv:DataSubject" };
  if (typeof purpose === "string") said["abide:purpose"] = purpose;
  if (typeof wording === "string") said["dpv:hasIndicationMethod"] = wording;
  if (facts["expires"]) said["abide:expires"] = facts["expires"] as Json;
  return said;
}
