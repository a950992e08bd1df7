// The page /verify: a file is chosen, checked here, and the result said in the page's own words. Nothing is sent.

import { Failure } from "./failure";
import { type Said, verify } from "./verify";

function find<T extends HTMLElement>(id: string): T | null {
  return document.getElementById(id) as T | null;
}

// The server writes every sentence into the page, in its language.
function say({ word, values }: Said): string {
  const sentence = document.querySelector(`#verify-words [data-word="${word}"]`)?.textContent ?? word;
  return Object.entries(values ?? {}).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, value), sentence);
}

function element(name: string, content: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

function show(good: boolean, verdict: Said, said: Said[], facts: string): void {
  const result = find("verify-result");
  if (!result) return;
  const list = document.createElement("ul");
  list.append(...said.map((one) => element("li", say(one))));
  result.className = good ? "notice kept" : "notice late";
  result.dataset["verdict"] = verdict.word;
  result.replaceChildren(element("strong", say(verdict)), list);
  if (facts) result.append(element("pre", facts));
}

async function check(json: string): Promise<void> {
  const lines = (id: string) => (find<HTMLTextAreaElement>(id)?.value ?? "").split("\n");
  const introductions = Array.from(document.querySelectorAll("#verify-introductions pre"), (one) => one.textContent ?? "");
  const key = find<HTMLInputElement>("verify-key")?.value ?? "";
  try {
    const done = await verify(json, { key, introductions, witnesses: lines("verify-witnesses") });
    const shown = JSON.stringify({ ...done.facts, content: done.body }, null, 2);
    show(done.verdict !== "not-proven", { word: done.verdict }, done.said, shown);
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure("unsupported");
    show(false, { word: "fails" }, [{ word: `wrong-${failure.word}`, values: failure.values }], "");
  }
}

const file = find<HTMLInputElement>("verify-file");
const again = async () => {
  const chosen = file?.files?.[0];
  if (chosen) await check(await chosen.text());
};
for (const id of ["verify-file", "verify-key", "verify-witnesses"]) {
  find(id)?.addEventListener("change", () => void again());
}
find("verify-form")?.removeAttribute("hidden");
