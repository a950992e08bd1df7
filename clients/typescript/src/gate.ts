// Ask Abide's gate: may this data be used for that, now?
//
// A denial is an answer. Where no answer can be had, `decide` and `decideMany` deny with the reason `unavailable`:
// nothing is ever allowed because a question failed. What is wrong with a question is thrown as `Problem`; so is a success
// that is not Abide's (`not-abide`): the address is wrong, and no time will heal that.

import { Unavailable, foreign } from "./errors.js";
import { type Batch, isAnswer, isBatch, isCount, isDisclosed, isMember, isRecorded } from "./forms.js";
import { BEHIND, Kept } from "./kept.js";
import { Wire, parsed } from "./wire.js";
import type { Answer, Conditions, Consent, Disclosed, Filters, Recorded } from "./words.js";

/** How many people one call may ask about. */
const MOST = 10_000;

export interface Options {
  /** How long an answer may be used again, in milliseconds; at most a second. 0: never. */
  ttl?: number;
  /** How long an answer is waited for, in milliseconds. */
  timeout?: number;
  /** A clock that never goes back, in milliseconds. */
  now?: () => number;
}

/** What an answer is called that could not be had. */
const UNAVAILABLE: Answer = Object.freeze({
  allow: false,
  reason: "unavailable",
  article: "",
  remedy: "try-again",
  place: null,
  policy: "",
  position: null,
  at: "",
});

export class Gate {
  readonly #wire: Wire;
  readonly #kept: Kept;

  constructor(base: string, token: string, { ttl = BEHIND, timeout = 2_000, now }: Options = {}) {
    this.#wire = new Wire(base, token, timeout);
    this.#kept = new Kept(Math.min(ttl, BEHIND), now ?? (() => performance.now()));
  }

  /** Whether one use is allowed. */
  async decide(subject: string, purpose: string, conditions: Conditions = {}): Promise<Answer> {
    const question = this.#question(subject, purpose, conditions);
    const key = JSON.stringify(question, Object.keys(question).sort());
    const kept = this.#kept.find(key);
    if (kept !== undefined) return kept;
    const asked = this.#kept.now();
    const answer = await orDenied(this.#wire.post("/v1/decide", question, isAnswer), UNAVAILABLE);
    this.#kept.keep(key, subject, answer, asked);
    return answer;
  }

  /** The same about many people, asked in parts; each part is answered from one state. */
  async decideMany(
    subjects: Iterable<string>,
    purpose: string,
    conditions: Conditions = {},
  ): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>();
    const [written, others]: [string[], string[]] = [[], []];
    for (const subject of subjects) (this.#kept.wrote(subject) ? written : others).push(subject);
    for (let at = 0; at < others.length; at += MOST) {
      await this.#part(answers, others.slice(at, at + MOST), { ...conditions, purpose });
    }
    for (let at = 0; at < written.length; at += MOST) {
      await this.#part(answers, written.slice(at, at + MOST), { ...conditions, purpose, consistent: true });
    }
    return answers;
  }

  /** Everyone who may be used for a purpose now. Throws where the stream breaks off: then it was not the whole audience. */
  async *audience(purpose: string, filters: Filters = {}): AsyncGenerator<string, void, undefined> {
    const begun = (headers: Headers): void => {
      const position = headers.get("abide-position");
      if (position !== null) this.#kept.saw(Number(position), headers.get("abide-policy") ?? "");
    };
    for await (const line of this.#wire.lines(audience(purpose, filters), begun)) {
      const member = parsed(line);
      if (!isMember(member)) throw foreign(200);
      yield member.subject;
    }
  }

  /** How many they are. */
  async count(purpose: string, filters: Filters = {}): Promise<number> {
    return (await this.#wire.get(audience(purpose, { ...filters, count: "only" }), isCount)).count;
  }

  /** The declared fields of somebody for a recipient; the ledger has the disclosure before they arrive here. */
  async disclose(subject: string, recipient: string, purpose: string): Promise<Disclosed> {
    return this.#wire.post("/v1/disclose", { subject, recipient, purpose }, isDisclosed);
  }

  /**
   * Records what somebody said; durable before this returns. With an idempotency key it may be sent again after a
   * failure and is recorded once.
   */
  async recordConsent(consent: Consent, idempotencyKey?: string): Promise<Recorded> {
    const headers: Record<string, string> = {};
    if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
    this.#kept.writes(consent.subject);
    try {
      return await this.#wire.post("/v1/consents", consent, isRecorded, headers);
    } finally {
      // also where it failed: it may have been recorded all the same
      this.#kept.writes(consent.subject);
    }
  }

  /** Drops what is kept about somebody, or everything: after a write of your own another way. */
  forget(subject?: string): void {
    this.#kept.forget(subject);
  }

  #question(subject: string, purpose: string, conditions: Conditions): Record<string, unknown> {
    const question: Record<string, unknown> = { ...conditions, subject, purpose };
    if (this.#kept.wrote(subject)) question["consistent"] = true;
    return question;
  }

  async #part(answers: Map<string, Answer>, subjects: string[], question: Conditions & { purpose: string }) {
    const asked: Promise<Batch | null> = this.#wire.post("/v1/decide/batch", { question, subjects }, isBatch);
    const told = await orDenied(asked, null);
    if (told !== null && told.position !== null) this.#kept.saw(told.position, told.policy);
    subjects.forEach((subject, at) => {
      const reason = told?.answers[at];
      const meaning = reason === undefined ? undefined : told?.reasons[reason];
      if (told === null || reason === undefined || meaning === undefined) {
        answers.set(subject, UNAVAILABLE);
      } else {
        answers.set(subject, { ...meaning, reason, policy: told.policy, position: told.position, at: told.at });
      }
    });
  }
}

function audience(purpose: string, filters: Filters & { count?: string }): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== undefined)).toString();
  return `/v1/audience/${encodeURIComponent(purpose)}${query === "" ? "" : `?${query}`}`;
}

async function orDenied<T>(asked: Promise<T>, denied: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Unavailable) return denied;
    throw error;
  }
}
