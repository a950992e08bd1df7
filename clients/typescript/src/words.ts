// The words of the interface, as `/v1/openapi.json` has them; a test compares the two.

/** Why a use is allowed or denied. */
export const REASONS = [
  "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interest",
  "purpose-not-declared", "subject-unknown", "erased", "restricted", "not-stated-at-collection", "not-instructed",
  "no-consent", "consent-refused", "consent-withdrawn", "consent-expired", "objected", "marketing-objected",
  "channel-not-declared", "channel-refused", "channel-not-permitted", "signalled", "too-young",
  "recipient-not-declared", "recipient-opted-out", "transfer-unsafe", "field-not-for-recipient", "field-not-declared",
  "retention-over", "stale", "clock-behind", "ask-the-ledger",
] as const;

/** What would change an answer. */
export const REMEDIES = [
  "nothing", "declare-it", "collect", "ask-consent", "person-changes", "weigh-objection", "lift-restriction",
  "instruct", "ask-channel", "attest-age", "safe-transfer", "try-again", "ask-consistently",
] as const;

/** How a use reaches the person. */
export const CHANNELS = [
  "privacy-centre", "email", "sms", "push", "site", "social-media", "post", "phone", "message",
] as const;

/** Why a restriction would not stand in the way (GDPR, Art. 18(2)). */
export const EXCEPTIONS = ["storage", "legal-claims", "others-rights", "public-interest"] as const;

/** What somebody said about a purpose. */
export const SAID = ["given", "refused", "withdrawn"] as const;

/** How they said it. */
export const METHODS = ["form", "written", "verbal", "banner"] as const;

/** A reason; `unavailable` is this client's own: no answer could be had. */
export type Reason = (typeof REASONS)[number] | "unavailable";
export type Remedy = (typeof REMEDIES)[number];
export type Channel = (typeof CHANNELS)[number];
export type Exception = (typeof EXCEPTIONS)[number];

/** What a question may say besides of whom and for what. */
export interface Conditions {
  /** A field such as `contact.email`, or a category such as `contact`. */
  category?: string;
  /** The use gives the data to this recipient. */
  recipient?: string;
  /** The use reaches the person this way. */
  channel?: Channel;
  /** Only the data of this record counts. */
  record?: string;
  exception?: Exception;
  /** As of a past moment, such as `2026-11-30T12:00:00Z`. */
  at?: string;
  /** From the ledger itself rather than from memory. */
  consistent?: boolean;
}

/** Whether a use is allowed, and why. */
export interface Answer {
  readonly allow: boolean;
  readonly reason: Reason;
  /** The article of law; empty where no answer could be had. */
  readonly article: string;
  readonly remedy: Remedy;
  /** The place in the policy it follows from. */
  readonly place: string | null;
  /** The hash of the policy it was decided by. */
  readonly policy: string;
  /** How many entries of the ledger were seen; null: the ledger itself was read, or nothing was. */
  readonly position: number | null;
  readonly at: string;
}

/** Whom an audience is narrowed to. */
export interface Filters {
  /** Two letters. */
  country?: string;
  channel?: Channel;
  recipient?: string;
}

/** The declared fields of somebody. */
export interface Disclosed {
  /** The entry of the ledger that tells of it. */
  readonly entry: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly policy: string;
}

/** What somebody said about a purpose. */
export interface Consent {
  subject: string;
  purpose: string;
  answer: (typeof SAID)[number];
  /** Where it was asked, such as `app:settings`; no address, no agent. */
  surface: string;
  /** The exact words it was asked in; without them the policy's own. */
  wording?: string;
  lang?: string;
  method?: (typeof METHODS)[number];
  /** Who heard a spoken yes. */
  witness?: string;
  /** When, where that was before now. */
  given_at?: string;
  /** When it ends by itself. */
  expires?: string;
}

/** What was recorded. */
export interface Recorded {
  /** The entry's id; its receipt has the same. */
  readonly entry: string;
  /** Its place in the ledger. */
  readonly index: number;
  /** Whether it had been recorded before under the same key. */
  readonly repeated: boolean;
}
