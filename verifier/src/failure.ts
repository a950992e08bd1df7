// Which check failed: a word of the page's list, and what goes into its sentence.

export class Failure extends Error {
  constructor(
    readonly word: string,
    readonly values: Record<string, string> = {},
  ) {
    super(word);
  }
}
