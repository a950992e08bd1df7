// The forms of Abide's answers. Whatever has another form was said by somebody else, and is never taken for an answer.

import type { Answer, Disclosed, Recorded } from "./words.js";

/** Whether a value is of a form. */
type Form<T> = (value: unknown) => value is T;

export interface Batch {
  policy: string;
  position: number | null;
  at: string;
  reasons: Record<string, Pick<Answer, "allow" | "article" | "remedy" | "place">>;
  answers: Answer["reason"][];
}

const text: Form<string> = (value) => typeof value === "string";
const flag: Form<boolean> = (value) => typeof value === "boolean";
const whole: Form<number> = (value): value is number => Number.isInteger(value) && (value as number) >= 0;
const none: Form<null> = (value) => value === null;

const or =
  <A, B>(one: Form<A>, other: Form<B>): Form<A | B> =>
  (value): value is A | B =>
    one(value) || other(value);

const list =
  <T>(each: Form<T>): Form<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(each);

const record =
  <T>(each: Form<T>): Form<Record<string, T>> =>
  (value): value is Record<string, T> =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(each);

/** An object with these keys; a newer server may tell more. */
const keys =
  <T>(forms: { [Key in keyof T]-?: Form<unknown> }): Form<T> =>
  (value): value is T =>
    typeof value === "object" &&
    value !== null &&
    Object.entries<Form<unknown>>(forms).every(([key, form]) => form((value as Record<string, unknown>)[key]));

const meaning = { allow: flag, article: text, remedy: text, place: or(text, none) };
const state = { policy: text, position: or(whole, none), at: text };

export const isAnswer = keys<Answer>({ ...meaning, ...state, reason: text });
export const isBatch = keys<Batch>({ ...state, reasons: record(keys(meaning)), answers: list(text) });
export const isMember = keys<{ subject: string }>({ subject: text });
export const isCount = keys<{ count: number }>({ count: whole });
export const isDisclosed = keys<Disclosed>({ entry: text, fields: record(text), policy: text });
export const isRecorded = keys<Recorded>({ entry: text, index: whole, repeated: flag });
