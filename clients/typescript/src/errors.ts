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

/** A success that is not Abide's: a page of a proxy, or another service at this address. Never an allowance. */
export function foreign(status: number): Problem {
  return new Problem(status, "not-abide", "what answered is not Abide: look at the address, and at what stands between");
}
