/** What Abide says is wrong with a question (RFC 9457). `code` is stable. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(`${detail} (${code}, ${status})`);
  }
}

/** No answer could be had: no network, no ledger, too slow, or a stream that broke off. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}
