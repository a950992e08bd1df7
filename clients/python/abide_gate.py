"""Ask Abide's gate: may this data be used for that, now?

A denial is an answer. Where no answer can be had (no network, no ledger) `decide` and `decide_many` deny with the reason
`unavailable`: nothing is ever allowed because a question failed. What is wrong with a question, or with the token, is
raised as `Problem`; so is a success that is not Abide's (`not-abide`): the address is wrong, and no time will heal that.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any

#: How far Abide's own nodes may be behind the ledger, in seconds; no answer is used again for longer.
BEHIND = 1.0
#: How many people one call may ask about.
MOST = 10_000
#: How many answers are kept at most.
KEPT = 10_000

# The words of the interface, as `/v1/openapi.json` has them; a test compares the two.

#: Why a use is allowed or denied; `unavailable` is this client's own.
REASONS = (
    "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interest",
    "purpose-not-declared", "subject-unknown", "erased", "restricted", "not-stated-at-collection", "not-instructed",
    "no-consent", "consent-refused", "consent-withdrawn", "consent-expired", "objected", "marketing-objected",
    "channel-not-declared", "channel-refused", "channel-not-permitted", "signalled", "too-young",
    "recipient-not-declared", "recipient-opted-out", "transfer-unsafe", "field-not-for-recipient", "field-not-declared",
    "retention-over", "stale", "clock-behind", "ask-the-ledger",
)
#: What would change an answer.
REMEDIES = (
    "nothing", "declare-it", "collect", "ask-consent", "person-changes", "weigh-objection", "lift-restriction",
    "instruct", "ask-channel", "attest-age", "safe-transfer", "try-again", "ask-consistently",
)
#: How a use reaches the person.
CHANNELS = ("privacy-centre", "email", "sms", "push", "site", "social-media", "post", "phone", "message")
#: Why a restriction would not stand in the way (GDPR, Art. 18(2)).
EXCEPTIONS = ("storage", "legal-claims", "others-rights", "public-interest")
#: What somebody said about a purpose.
SAID = ("given", "refused", "withdrawn")
#: How they said it.
METHODS = ("form", "written", "verbal", "banner")
#: What a question may say besides of whom and for what.
CONDITIONS = ("category", "recipient", "channel", "record", "exception", "at", "consistent")
#: What an audience may be narrowed by.
FILTERS = ("country", "channel", "recipient")
#: What a consent may say besides whose, for what, what, and where it was asked.
DETAILS = ("wording", "lang", "method", "witness", "given_at", "expires")

#: Denials that say nothing of the person.
_OF_THE_MOMENT = ("stale", "clock-behind", "unavailable")


@dataclass(frozen=True)
class Answer:
    """Whether a use is allowed, and why."""

    allow: bool
    reason: str
    article: str | None = None
    remedy: str | None = None
    #: The place in the policy it follows from.
    place: str | None = None
    #: The hash of the policy it was decided by.
    policy: str | None = None
    #: How many entries of the ledger were seen; none: the ledger itself was read, or nothing was.
    position: int | None = None
    at: str | None = None

    def __bool__(self) -> bool:
        return self.allow


@dataclass(frozen=True)
class Disclosed:
    """The declared fields of somebody, and the entry of the ledger that tells of it."""

    entry: str
    fields: dict[str, str]
    policy: str


@dataclass(frozen=True)
class Recorded:
    """What was recorded: the entry's id (its receipt has the same), its place, and whether it had been before."""

    entry: str
    index: int
    repeated: bool


class Problem(Exception):
    """What Abide says is wrong with a question. `code` is stable."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{detail} ({code}, {status})")
        self.status, self.code, self.detail = status, code, detail


class Unavailable(OSError):
    """No answer could be had: no network, no ledger, too slow, or a stream that broke off."""


UNAVAILABLE = Answer(False, "unavailable")


class Gate:
    """A gate over HTTP, with the answers of the last second kept."""

    def __init__(
        self, base: str, token: str, *, ttl: float = BEHIND, timeout: float = 2.0, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._base, self._token, self._timeout = base.rstrip("/"), token, timeout
        self._kept = _Kept(min(ttl, BEHIND), now)

    def decide(self, subject: str, purpose: str, **conditions: object) -> Answer:
        """Whether one use is allowed. Conditions: category, recipient, channel, record, exception, at, consistent."""
        subject = str(subject)
        asked: dict[str, object] = {"subject": subject, "purpose": purpose, **conditions}
        if self._kept.wrote(subject):
            asked["consistent"] = True
        question = json.dumps(asked, sort_keys=True)
        kept = self._kept.find(question)
        if kept is not None:
            return kept
        begun = self._kept.now()
        try:
            told = self._post("/v1/decide", question)
        except Unavailable:
            return UNAVAILABLE
        answer = Answer(**_formed(told, _ANSWER))
        self._kept.keep(question, subject, answer, begun)
        return answer

    def decide_many(self, subjects: Iterable[str], purpose: str, **conditions: object) -> dict[str, Answer]:
        """The same about many people; asked in parts, each answered from one state."""
        parts: dict[bool, list[str]] = {False: [], True: []}
        for subject in map(str, subjects):
            parts[self._kept.wrote(subject)].append(subject)
        answers: dict[str, Answer] = {}
        for written, some in parts.items():
            question = {"purpose": purpose, **conditions, **({"consistent": True} if written else {})}
            for at in range(0, len(some), MOST):
                answers.update(self._part(some[at : at + MOST], question))
        return answers

    def audience(self, purpose: str, **filters: str) -> Iterator[str]:
        """Everyone who may be used for a purpose now. Filters: country, channel, recipient.

        Raises `Unavailable` where the stream breaks off: what came until then is not the whole audience.
        """
        with self._open(urllib.request.Request(self._base + _audience(purpose, filters))) as lines:
            if lines.headers.get_content_type() != "application/x-ndjson":
                raise _foreign()
            position = lines.headers.get("abide-position")
            if position is not None:
                self._kept.saw(int(position), lines.headers.get("abide-policy"))
            for line in _lines(lines):
                yield _formed(_parsed(line), {"subject": _text})["subject"]

    def count(self, purpose: str, **filters: str) -> int:
        """How many they are."""
        path = _audience(purpose, {**filters, "count": "only"})
        return _formed(self._json(urllib.request.Request(self._base + path)), {"count": _whole})["count"]

    def disclose(self, subject: str, recipient: str, purpose: str) -> Disclosed:
        """The declared fields of somebody for a recipient; the ledger has it before they arrive here."""
        body = json.dumps({"subject": str(subject), "recipient": recipient, "purpose": purpose})
        return Disclosed(**_formed(self._post("/v1/disclose", body), _DISCLOSED))

    def record_consent(
        self, subject: str, purpose: str, answer: str, surface: str, *, idempotency_key: str | None = None, **details: str
    ) -> Recorded:
        """Records what somebody said: `given`, `refused` or `withdrawn`; durable before this returns.

        `surface` says where, such as `app:settings`. Details: wording, lang, method, witness, given_at, expires. With an
        idempotency key it may be sent again after a failure and is recorded once.
        """
        subject = str(subject)
        body = json.dumps({"subject": subject, "purpose": purpose, "answer": answer, "surface": surface, **details})
        headers = {} if idempotency_key is None else {"idempotency-key": idempotency_key}
        self._kept.writes(subject)
        try:
            return Recorded(**_formed(self._post("/v1/consents", body, headers), _RECORDED))
        finally:
            # also where it failed: it may have been recorded all the same
            self._kept.writes(subject)

    def forget(self, subject: str | None = None) -> None:
        """Drops what is kept about somebody, or everything: after a write of your own another way."""
        self._kept.forget(None if subject is None else str(subject))

    def _part(self, subjects: list[str], question: dict[str, object]) -> dict[str, Answer]:
        answers = dict.fromkeys(subjects, UNAVAILABLE)
        try:
            told = self._post("/v1/decide/batch", json.dumps({"question": question, "subjects": subjects}))
        except Unavailable:
            return answers
        state, told = _formed(told, _STATE), _formed(told, _BATCH)
        if state["position"] is not None:
            self._kept.saw(state["position"], state["policy"])
        meanings = {reason: _formed(meaning, _MEANING) for reason, meaning in told["reasons"].items()}
        for subject, reason in zip(subjects, told["answers"]):
            if reason in meanings:
                answers[subject] = Answer(reason=reason, **meanings[reason], **state)
        return answers

    def _post(self, path: str, body: str, headers: dict[str, str] | None = None) -> object:
        sent = {"content-type": "application/json", **(headers or {})}
        return self._json(urllib.request.Request(self._base + path, body.encode(), sent))

    def _json(self, request: urllib.request.Request) -> object:
        with self._open(request) as answer:
            try:
                told = answer.read()
            except (OSError, http.client.HTTPException) as error:
                raise Unavailable("the answer broke off") from error
        return _parsed(told)

    def _open(self, request: urllib.request.Request):
        request.add_header("authorization", f"Bearer {self._token}")
        try:
            return _OPENER.open(request, timeout=self._timeout)
        except urllib.error.HTTPError as error:
            raise _trouble(error) from error
        except (OSError, http.client.HTTPException) as error:
            raise Unavailable("no answer") from error


class _Kept:
    """Answers that may be used again for a moment.

    What was seen never goes backwards: an answer that saw more of the ledger, or another policy, drops all before it, and
    one that saw less than an earlier one is not kept. Whoever was written about by this program is asked about in the
    ledger itself until every node must have followed.
    """

    def __init__(self, ttl: float, now: Callable[[], float]) -> None:
        self.now, self._ttl = now, ttl
        self._entries: dict[str, tuple[float, str, Answer]] = {}
        self._written: dict[str, float] = {}
        self._position, self._policy = 0, None
        self._lock = Lock()

    def find(self, question: str) -> Answer | None:
        with self._lock:
            until, _, answer = self._entries.get(question, (0.0, "", None))
        return answer if answer is not None and self.now() < until else None

    def keep(self, question: str, subject: str, answer: Answer, asked: float) -> None:
        """An answer to a question that was asked then: it is as old as its question."""
        if answer.position is None or not self.saw(answer.position, answer.policy):
            return
        with self._lock:
            if answer.reason in _OF_THE_MOMENT or self._wrote(subject):
                return
            self._entries.pop(question, None)
            if len(self._entries) >= KEPT:
                del self._entries[next(iter(self._entries))]
            self._entries[question] = (asked + self._ttl, _spelled(subject), answer)

    def saw(self, position: int, policy: str | None) -> bool:
        """That the ledger is this long, under this policy; false: more of it was seen before."""
        with self._lock:
            if position < self._position:
                return False
            if position > self._position or policy != self._policy:
                self._entries.clear()
            self._position, self._policy = position, policy
            return True

    def writes(self, subject: str) -> None:
        """That this program writes, or wrote, something about somebody."""
        with self._lock:
            now = self.now()
            self._written = {other: until for other, until in self._written.items() if now < until}
            self._written[_spelled(subject)] = now + 2 * BEHIND
        self.forget(subject)

    def wrote(self, subject: str) -> bool:
        """Whether it wrote something about them so lately that a node may not know it."""
        with self._lock:
            return self._wrote(subject)

    def forget(self, subject: str | None) -> None:
        with self._lock:
            if subject is None:
                self._entries.clear()
            else:
                spelled = _spelled(subject)
                self._entries = {asked: kept for asked, kept in self._entries.items() if kept[1] != spelled}

    def _wrote(self, subject: str) -> bool:
        until = self._written.get(_spelled(subject))
        return until is not None and self.now() < until


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is never followed: it would take the token elsewhere."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stay)


def _lines(stream: http.client.HTTPResponse) -> Iterator[bytes]:
    """The lines of a stream. Not `readline`, to which a stream that breaks off between two chunks looks ended."""
    rest = b""
    try:
        while piece := stream.read1(65536):
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unavailable("the stream broke off") from error
    if rest:
        raise Unavailable("the stream broke off within a line")


def _trouble(error: urllib.error.HTTPError) -> Exception:
    try:
        told = json.loads(error.read())
    except (OSError, ValueError, http.client.HTTPException):
        told = None
    # somebody between here and Abide may have answered
    told = told if isinstance(told, dict) else {}
    detail = told.get("detail", "no answer of Abide's")
    return Unavailable(detail) if error.code >= 500 else Problem(error.code, told.get("code", "unknown"), detail)


def _audience(purpose: str, filters: dict[str, str]) -> str:
    query = urllib.parse.urlencode(filters)
    return f"/v1/audience/{urllib.parse.quote(purpose, safe='')}" + (f"?{query}" if query else "")


def _foreign() -> Problem:
    """A success that is not Abide's: a page of a proxy, or another service at this address. Never an allowance."""
    return Problem(200, "not-abide", "what answered is not Abide: look at the address, and at what stands between")


def _parsed(told: bytes) -> object:
    try:
        return json.loads(told)
    except ValueError:
        raise _foreign() from None


def _formed(told: object, forms: dict[str, Callable[[Any], bool]]) -> dict[str, Any]:
    """An object with these keys, each of its form; a newer server may tell more."""
    if not isinstance(told, dict) or not all(name in told and form(told[name]) for name, form in forms.items()):
        raise _foreign()
    return {name: told[name] for name in forms}


def _text(value: object) -> bool:
    return isinstance(value, str)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _texts(value: object) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


_MEANING = {"allow": _flag, "article": _text, "remedy": _text, "place": lambda value: value is None or _text(value)}
_STATE = {"policy": _text, "position": lambda value: value is None or _whole(value), "at": _text}
_ANSWER = {**_MEANING, **_STATE, "reason": _text}
_BATCH = {
    **_STATE,
    "reasons": lambda value: isinstance(value, dict),
    "answers": lambda value: isinstance(value, list) and all(map(_text, value)),
}
_DISCLOSED = {"entry": _text, "fields": _texts, "policy": _text}
_RECORDED = {"entry": _text, "index": _whole, "repeated": _flag}


def _spelled(subject: str) -> str:
    """One spelling of a UUID, however it was written."""
    return subject.lower().removeprefix("urn:uuid:").translate({ord(mark): None for mark in "{}-"})
