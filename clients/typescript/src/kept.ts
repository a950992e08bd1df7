// Answers that may be used again for a moment.
//
// What was seen never goes backwards: an answer that saw more of the ledger, or another policy, drops all before it, and
// one that saw less than an earlier one is not kept. Whoever was written about by this program is asked about in the
// ledger itself until every node must have followed.

import type { Answer } from "./words.js";

/** How far Abide's own nodes may be behind the ledger, in milliseconds. */
export const BEHIND = 1_000;
/** How many answers are kept at most. */
const MOST = 10_000;
/** Denials that say nothing of the person. */
const OF_THE_MOMENT = new Set<string>(["stale", "clock-behind", "unavailable"]);

interface Entry {
  readonly answer: Answer;
  readonly subject: string;
  readonly until: number;
}

export class Kept {
  readonly #entries = new Map<string, Entry>();
  readonly #written = new Map<string, number>();
  #position = 0;
  #policy = "";

  constructor(
    readonly ttl: number,
    readonly now: () => number,
  ) {}

  find(question: string): Answer | undefined {
    const entry = this.#entries.get(question);
    return entry !== undefined && this.now() < entry.until ? entry.answer : undefined;
  }

  /** An answer to a question that was asked then: it is as old as its question. */
  keep(question: string, subject: string, answer: Answer, asked: number): void {
    if (answer.position === null || !this.saw(answer.position, answer.policy)) return;
    if (OF_THE_MOMENT.has(answer.reason) || this.wrote(subject)) return;
    this.#entries.delete(question);
    if (this.#entries.size >= MOST) this.#oldest();
    this.#entries.set(question, { answer, subject: spelled(subject), until: asked + this.ttl });
  }

  /** That the ledger is this long, under this policy; false: more of it was seen before. */
  saw(position: number, policy: string): boolean {
    if (position < this.#position) return false;
    if (position > this.#position || policy !== this.#policy) this.#entries.clear();
    this.#position = position;
    this.#policy = policy;
    return true;
  }

  /** That this program writes, or wrote, something about somebody. */
  writes(subject: string): void {
    const now = this.now();
    for (const [other, until] of this.#written) if (until <= now) this.#written.delete(other);
    this.#written.set(spelled(subject), now + 2 * BEHIND);
    this.forget(subject);
  }

  /** Whether it wrote something about them so lately that a node may not know it. */
  wrote(subject: string): boolean {
    return this.now() < (this.#written.get(spelled(subject)) ?? 0);
  }

  forget(subject?: string): void {
    if (subject === undefined) return this.#entries.clear();
    const spelling = spelled(subject);
    for (const [question, entry] of this.#entries) {
      if (entry.subject === spelling) this.#entries.delete(question);
    }
  }

  #oldest(): void {
    const first = this.#entries.keys().next();
    if (!first.done) this.#entries.delete(first.value);
  }
}

/** One spelling of a UUID, however it was written. */
function spelled(subject: string): string {
  return subject.toLowerCase().replace(/^urn:uuid:|[{}-]/g, "");
}
