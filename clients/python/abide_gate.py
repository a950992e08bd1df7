"""Ask Abide's gate: may this data be used for that, now?

A denial is an answer. Where no answer can be had (no network, no ledger, a token that ended) the answer is a denial
too, and its reason says so: nothing is ever allowed because a question failed.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

#: How long an answer may be used again, in seconds: as long as Abide's own nodes may be behind the ledger.
TTL = 1.0
#: How many people one call may ask about.
MOST = 10_000


@dataclass(frozen=True)
class Answer:
    """Whether a use is allowed, and why."""

    allow: bool
    reason: str
    article: str | None = None
    remedy: str | None = None
    place: str | None = None
    policy: str | None = None
    position: int | None = None

    def __bool__(self) -> bool:
        return self.allow


class Problem(Exception):
    """What Abide says is wrong with a question."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{detail} ({code}, {status})")
        self.status, self.code, self.detail = status, code, detail


class Gate:
    """A gate over HTTP, with the answers of the last second kept."""

    def __init__(self, base: str, token: str, *, ttl: float = TTL, timeout: float = 2.0) -> None:
        self._base, self._token = base.rstrip("/"), token
        self._ttl, self._timeout = min(ttl, TTL), timeout
        self._kept: dict[str, tuple[float, Answer]] = {}
        self._position = 0
        self._lock = Lock()

    def decide(self, subject: str, purpose: str, **conditions: object) -> Answer:
        """Whether one use is allowed. Conditions: category, recipient, channel, record, exception, at, consistent."""
        question = json.dumps({"subject": str(subject), "purpose": purpose, **conditions}, sort_keys=True)
        kept = None if conditions.get("consistent") or conditions.get("at") else self._find(question)
        if kept is not None:
            return kept
        try:
            told = self._post("/v1/decide", question)
        except (OSError, ValueError):
            return Answer(False, "unavailable")
        fields = Answer.__dataclass_fields__
        answer = Answer(**{name: value for name, value in told.items() if name in fields})
        self._keep(question, answer)
        return answer

    def decide_many(self, subjects: Iterable[str], purpose: str, **conditions: object) -> dict[str, Answer]:
        """The same about many people; asked in parts, each answered from one state."""
        left, answers = [str(subject) for subject in subjects], {}
        while left:
            part, left = left[:MOST], left[MOST:]
            body = json.dumps({"question": {"purpose": purpose, **conditions}, "subjects": part})
            try:
                told = self._post("/v1/decide/batch", body)
            except (OSError, ValueError):
                answers.update((subject, Answer(False, "unavailable")) for subject in part)
                continue
            meaning, state = told["reasons"], {"policy": told["policy"], "position": told["position"]}
            for subject, reason in zip(part, told["answers"], strict=True):
                answers[subject] = Answer(reason=reason, **meaning[reason], **state)
        return answers

    def audience(self, purpose: str, **filters: str) -> Iterator[str]:
        """Everyone who may be used for a purpose now. Filters: country, channel, recipient.

        Raises where the stream breaks off: what came until then is not the whole audience.
        """
        query = urllib.parse.urlencode(filters)
        path = f"/v1/audience/{urllib.parse.quote(purpose, safe='')}" + (f"?{query}" if query else "")
        with self._open(urllib.request.Request(self._base + path)) as lines:
            for line in lines:
                yield json.loads(line)["subject"]

    def disclose(self, subject: str, recipient: str, purpose: str) -> dict[str, str]:
        """The declared fields of somebody for a recipient; the ledger has it before they arrive here."""
        body = json.dumps({"subject": str(subject), "recipient": recipient, "purpose": purpose})
        return self._post("/v1/disclose", body)["fields"]

    def forget(self) -> None:
        """Drops every kept answer: after writing something that changes them."""
        with self._lock:
            self._kept.clear()

    def _find(self, question: str) -> Answer | None:
        with self._lock:
            until, answer = self._kept.get(question, (0.0, None))
        return answer if time.monotonic() < until else None

    def _keep(self, question: str, answer: Answer) -> None:
        if answer.position is None:
            return
        with self._lock:
            if answer.position > self._position:
                # something was written since: what was known before may have changed
                self._kept.clear()
                self._position = answer.position
            if answer.reason not in ("stale", "clock-behind"):
                self._kept[question] = (time.monotonic() + self._ttl, answer)

    def _post(self, path: str, body: str) -> dict:
        request = urllib.request.Request(self._base + path, body.encode(), {"content-type": "application/json"})
        with self._open(request) as answer:
            return json.load(answer)

    def _open(self, request: urllib.request.Request):
        request.add_header("authorization", f"Bearer {self._token}")
        try:
            return urllib.request.urlopen(request, timeout=self._timeout)  # noqa: S310
        except urllib.error.HTTPError as error:
            told = json.loads(error.read() or b"{}")
            if error.code >= 500:
                raise OSError(told.get("detail", "no answer")) from error
            raise Problem(error.code, told.get("code", "unknown"), told.get("detail", "")) from error
