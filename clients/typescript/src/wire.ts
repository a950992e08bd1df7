// How a question travels. A redirect is never followed: it would take the token elsewhere.

import { Problem, Unavailable, foreign } from "./errors.js";

export class Wire {
  readonly #base: string;

  constructor(
    base: string,
    readonly token: string,
    readonly patience: number,
  ) {
    this.#base = base.replace(/\/+$/, "");
  }

  async post<T>(path: string, body: unknown, is: Is<T>, headers: Record<string, string> = {}): Promise<T> {
    const text = JSON.stringify(body);
    const sent = { method: "POST", body: text, headers: { "content-type": "application/json", ...headers } };
    const signal = AbortSignal.timeout(this.patience);
    return this.#json(await this.#answer(path, sent, signal), is);
  }

  async get<T>(path: string, is: Is<T>): Promise<T> {
    return this.#json(await this.#answer(path, {}, AbortSignal.timeout(this.patience)), is);
  }

  /** The lines of a stream; `begun` is told the headers. A stream that breaks off is an error. */
  async *lines(path: string, begun: (headers: Headers) => void): AsyncGenerator<string, void, undefined> {
    const ending = new AbortController();
    const wait = (): ReturnType<typeof setTimeout> => setTimeout(() => ending.abort(), this.patience);
    let timer = wait();
    try {
      const answer = await this.#answer(path, {}, ending.signal);
      if (!isLines(answer.headers)) throw foreign(answer.status);
      begun(answer.headers);
      const reader = (answer.body ?? new Blob([]).stream()).pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        clearTimeout(timer);
        timer = wait();
        const { done, value } = await reader.read();
        // whoever reads may take their time: only the network is waited for
        clearTimeout(timer);
        if (done) break;
        const parts = (rest + value).split("\n");
        rest = parts.pop() ?? "";
        yield* parts;
      }
      if (rest !== "") throw new Unavailable("the stream broke off within a line");
    } catch (error) {
      throw error instanceof Problem || error instanceof Unavailable ? error : new Unavailable("the stream broke off");
    } finally {
      clearTimeout(timer);
      ending.abort();
    }
  }

  async #answer(path: string, sent: RequestInit, signal: AbortSignal): Promise<Response> {
    const headers = { ...(sent.headers as Record<string, string>), authorization: `Bearer ${this.token}` };
    let answer: Response;
    try {
      answer = await fetch(this.#base + path, { ...sent, headers, signal, redirect: "manual" });
    } catch {
      throw new Unavailable("no answer");
    }
    if (answer.ok) return answer;
    throw await trouble(answer);
  }

  async #json<T>(answer: Response, is: Is<T>): Promise<T> {
    let text: string;
    try {
      text = await answer.text();
    } catch {
      throw new Unavailable("the answer broke off");
    }
    const told = parsed(text);
    if (!is(told)) throw foreign(answer.status);
    return told;
  }
}

/** Whether something has the form of an answer. */
type Is<T> = (value: unknown) => value is T;

/** What a text says in JSON; nothing where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isLines(headers: Headers): boolean {
  return (headers.get("content-type") ?? "").startsWith("application/x-ndjson");
}

async function trouble(answer: Response): Promise<Error> {
  let told: { code?: unknown; detail?: unknown } = {};
  try {
    told = ((await answer.json()) ?? {}) as typeof told;
  } catch {
    // somebody between here and Abide answered
  }
  const detail = typeof told.detail === "string" ? told.detail : "no answer of Abide's";
  if (answer.status >= 500) return new Unavailable(detail);
  return new Problem(answer.status, typeof told.code === "string" ? told.code : "unknown", detail);
}
