export { Gate, type Options } from "./gate.js";
export { Problem, Unavailable } from "./errors.js";
export * from "./words.js";
