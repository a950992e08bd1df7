"""The client against a server in the test, and against a running Abide where one is named."""

import json
import os
import pathlib
import threading
import unittest
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import abide_gate
from abide_gate import Answer, Disclosed, Gate, Problem, Recorded, Unavailable

DESCRIPTION = pathlib.Path(__file__).parents[2] / "crates/web/assets/openapi.json"
KARI = "0198b2a0-0000-7000-8000-000000000001"
OLA = "0198b2a0-0000-7000-8000-000000000002"

BROKEN = b'{"subject":"a"}\n'


class Made(BaseHTTPRequestHandler):
    """Answers what the test put there, and remembers what was asked."""

    def answer(self) -> None:
        size = int(self.headers.get("content-length") or 0)
        self.server.asked.append((self.path, self.rfile.read(size), self.headers))
        status, kind, body = self.server.next
        self.send_response(status)
        self.send_header("content-type", kind)
        if body is BROKEN:
            # a whole chunk, and never the last one
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
            self.close_connection = True
            return
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


class TheClient(unittest.TestCase):
    def setUp(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Made)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.clock = 0.0
        self.gate = self.at()

    def at(self, **options: float) -> Gate:
        base = f"http://127.0.0.1:{self.server.server_port}"
        return Gate(base, "secret", timeout=60.0, now=lambda: self.clock, **options)

    def says(self, value: object, status: int = 200, kind: str = "application/json") -> None:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.server.next = (status, kind, body)

    def told(self, reason: str, position: "int | None" = 1) -> None:
        self.says({"allow": reason == "consent", "reason": reason, "article": "Art. 6(1)(a)", "remedy": "nothing",
                   "place": None, "policy": "00", "position": position, "at": "2026-11-30T12:00:00Z"})

    def test_an_answer_is_true_where_allowed_and_carries_its_reason(self) -> None:
        self.told("consent")
        answer = self.gate.decide(KARI, "campaigns", channel="email")
        self.assertTrue(answer)
        self.assertEqual((answer.reason, answer.position), ("consent", 1))
        path, body, headers = self.server.asked[0]
        self.assertEqual((path, headers["authorization"]), ("/v1/decide", "Bearer secret"))
        self.assertEqual(json.loads(body), {"subject": KARI, "purpose": "campaigns", "channel": "email"})

    def test_an_answer_is_used_again_for_as_long_as_it_says_counted_from_its_question(self) -> None:
        gate = self.at(ttl=60.0)
        self.told("consent")
        self.assertTrue(gate.decide(KARI, "campaigns"))
        self.told("consent-withdrawn")
        self.clock = 0.999
        self.assertTrue(gate.decide(KARI, "campaigns"), "kept")
        self.clock = 1.0
        self.assertFalse(gate.decide(KARI, "campaigns"), "no setting makes it last longer than a second")
        self.clock = 1.999
        self.assertFalse(gate.decide(KARI, "campaigns"))
        self.assertEqual(len(self.server.asked), 2, "a denial is kept as long as an allowance")
        self.told("consent")
        self.clock = 2.0
        self.assertTrue(gate.decide(KARI, "campaigns"))

    def test_what_was_seen_never_goes_backwards(self) -> None:
        self.told("consent", position=5)
        self.assertTrue(self.gate.decide(KARI, "campaigns"))
        self.told("consent-withdrawn", position=6)
        self.assertTrue(self.gate.decide(KARI, "campaigns"), "kept")
        self.assertFalse(self.gate.decide(KARI, "letters"), "another question, which shows that the ledger went on")
        self.assertFalse(self.gate.decide(KARI, "campaigns"), "dropped")
        self.assertEqual(len(self.server.asked), 3)
        self.told("consent", position=4)
        self.gate.decide(OLA, "letters")
        self.gate.decide(OLA, "letters")
        self.assertEqual(len(self.server.asked), 5, "an answer of a node that is further behind is not kept")
        self.gate.forget()
        self.gate.decide(KARI, "campaigns")
        self.told("consent", position=None)
        self.gate.decide(KARI, "campaigns", consistent=True)
        self.gate.decide(KARI, "campaigns", consistent=True)
        self.assertEqual(len(self.server.asked), 8, "forgotten; what the ledger says is never kept")
        self.told("stale", position=7)
        self.gate.decide(KARI, "moment")
        self.gate.decide(KARI, "moment")
        self.assertEqual(len(self.server.asked), 10, "nor what says nothing of the person")

    def test_an_own_write_drops_the_persons_answers_and_is_seen_by_the_next_question(self) -> None:
        self.told("consent")
        self.gate.decide(KARI, "campaigns")
        self.gate.decide(OLA, "campaigns")
        self.says({"entry": OLA, "index": 7, "repeated": False}, 201)
        done = self.gate.record_consent(
            KARI.upper(), "campaigns", "withdrawn", "app:settings", lang="nb", idempotency_key="key-1"
        )
        self.assertEqual((done.index, done.repeated), (7, False))
        _, body, headers = self.server.asked[-1]
        self.assertEqual(headers["idempotency-key"], "key-1")
        self.assertEqual(json.loads(body), {
            "subject": KARI.upper(), "purpose": "campaigns", "answer": "withdrawn", "surface": "app:settings", "lang": "nb",
        })
        self.told("consent-withdrawn", position=None)
        self.assertFalse(self.gate.decide(KARI, "campaigns"))
        self.assertTrue(json.loads(self.server.asked[-1][1])["consistent"], "a node may not have followed")
        self.assertTrue(self.gate.decide(OLA, "campaigns"))
        self.assertEqual(len(self.server.asked), 4, "what is known of others stays")
        self.clock = 2.0
        self.told("consent-withdrawn", position=9)
        self.gate.decide(KARI, "campaigns")
        self.assertNotIn("consistent", json.loads(self.server.asked[-1][1]), "by then every node has")

    def test_a_write_that_failed_may_have_been_written(self) -> None:
        self.told("consent")
        self.gate.decide(KARI, "campaigns")
        self.says({"code": "unavailable", "detail": "the ledger could not be read"}, 503, "application/problem+json")
        with self.assertRaises(Unavailable):
            self.gate.record_consent(KARI, "campaigns", "withdrawn", "app")
        self.told("consent-withdrawn", position=None)
        self.assertFalse(self.gate.decide(KARI, "campaigns"))

    def test_what_fails_is_denied_and_what_is_wrong_is_raised(self) -> None:
        self.says({"code": "unavailable", "detail": "the ledger could not be read"}, 503, "application/problem+json")
        self.assertEqual(self.gate.decide(KARI, "campaigns"), Answer(False, "unavailable"))
        self.assertEqual(self.gate.decide_many([KARI], "campaigns"), {KARI: Answer(False, "unavailable")})
        self.assertEqual(Gate("http://127.0.0.1:9", "x").decide(KARI, "campaigns").reason, "unavailable")
        self.says({"code": "value", "detail": "`channel` must be a channel"}, 422, "application/problem+json")
        with self.assertRaises(Problem) as raised:
            self.gate.decide(KARI, "campaigns", channel="pigeon")
        self.assertEqual((raised.exception.status, raised.exception.code), (422, "value"))
        self.says(b"", 302)
        with self.assertRaises(Problem):
            self.gate.decide(KARI, "letters")

    def test_we_03_a_success_that_is_not_abides_is_raised_and_never_an_allowance(self) -> None:
        def refused(ask: "Callable[[], object]", body: object, kind: str = "application/json") -> None:
            self.says(body, kind=kind)
            with self.assertRaises(Problem, msg=str(body)) as raised:
                ask()
            self.assertEqual((raised.exception.status, raised.exception.code), (200, "not-abide"))

        foreign = [b"<html><title>Sign in</title></html>", b"", b"\xff", True, None, [], {"allow": True},
                   {"allow": True, "reason": "consent"}, {"status": "ok", "allow": True, "data": {}}]
        whole = {"allow": True, "reason": "consent", "article": "Art. 6(1)(a)", "remedy": "nothing", "place": None,
                 "policy": "00", "position": 1, "at": "2026-11-30T12:00:00Z"}
        wrong = [{**whole, key: {}} for key in whole] + [{k: v for k, v in whole.items() if k != key} for key in whole]
        wrong += [{**whole, "allow": "true"}, {**whole, "allow": 1}, {**whole, "position": True}, {**whole, "position": -1}]
        for body in foreign + wrong:
            for kind in ("text/html", "application/json"):
                refused(lambda: self.gate.decide(KARI, "campaigns"), body, kind)
        meaning = {"allow": True, "article": "Art. 6(1)(a)", "remedy": "nothing", "place": None}
        batch = {"policy": "00", "position": 1, "at": "", "reasons": {"consent": meaning}, "answers": ["consent"]}
        others = [{**batch, "answers": "consent"}, {**batch, "answers": [True]}, {**batch, "reasons": {"consent": True}},
                  {**batch, "reasons": {"consent": {**meaning, "allow": "yes"}}}]
        for body in foreign + others:
            refused(lambda: self.gate.decide_many([KARI], "campaigns"), body)
        for body in foreign:
            refused(lambda: self.gate.count("campaigns"), body)
            refused(lambda: self.gate.disclose(KARI, "intility", "campaigns"), body)
            refused(lambda: self.gate.record_consent(KARI, "campaigns", "given", "app"), body)
            refused(lambda: list(self.gate.audience("campaigns")), body, "text/html")
        refused(lambda: list(self.gate.audience("campaigns")), b"<p>\n", "application/x-ndjson")
        self.says(whole)
        self.gate.forget()
        self.assertTrue(self.gate.decide(OLA, "campaigns"), "Abide's own is taken")

    def test_many_are_asked_in_parts_and_answered_each(self) -> None:
        meaning = {"allow": True, "article": "Art. 6(1)(a)", "remedy": "nothing", "place": None}
        self.says({"policy": "00", "position": 1, "at": "", "reasons": {"consent": meaning}, "answers": ["consent"] * 10_000})
        found = self.gate.decide_many([str(n) for n in range(20_000)], "campaigns")
        self.assertEqual((len(found), len(self.server.asked)), (20_000, 2))
        self.assertTrue(all(found.values()))
        self.says({"policy": "00", "position": 1, "at": "", "reasons": {"consent": meaning}, "answers": ["consent"]})
        short = self.gate.decide_many([KARI, OLA], "campaigns")
        self.assertEqual((bool(short[KARI]), bool(short[OLA])), (True, False), "what was not answered is denied")

    def test_an_audience_is_read_line_by_line(self) -> None:
        self.says(b'{"subject":"a"}\n{"subject":"b"}\n', kind="application/x-ndjson")
        self.assertEqual(list(self.gate.audience("campaigns", country="NO")), ["a", "b"])
        self.assertEqual(self.server.asked[0][0], "/v1/audience/campaigns?country=NO")
        self.says(b'{"subject":"a"}\n{"subj', kind="application/x-ndjson")
        with self.assertRaises(Unavailable):
            list(self.gate.audience("campaigns"))
        self.says(BROKEN, kind="application/x-ndjson")
        with self.assertRaises(Unavailable):
            list(self.gate.audience("campaigns"))
        self.says({"count": 2})
        self.assertEqual(self.gate.count("campaigns"), 2)
        self.assertEqual(self.server.asked[-1][0], "/v1/audience/campaigns?count=only")

    def test_the_client_knows_every_address_key_and_word_of_the_description(self) -> None:
        told = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
        schemas = told["components"]["schemas"]
        ours = {"/v1/decide", "/v1/decide/batch", "/v1/audience/{purpose}", "/v1/disclose", "/v1/consents"}
        others = {"/v1/authorize", "/v1/authorize/{path}", "/v1/openapi.json", "/v1/suppressed"}
        self.assertLessEqual(ours, set(told["paths"]))
        self.assertEqual(set(told["paths"]) - ours - others, set(), "an address the client does not know")

        def keys(schema: dict) -> set:
            return set(schema["properties"])

        def fields(kind: type) -> set:
            return set(kind.__dataclass_fields__)

        conditions = set(abide_gate.CONDITIONS)
        self.assertEqual(keys(schemas["Question"]), conditions | {"subject", "purpose"})
        self.assertEqual(keys(schemas["BatchQuestion"]), conditions | {"purpose"})
        self.assertEqual(keys(schemas["Batch"]), {"question", "subjects"})
        self.assertEqual(schemas["Batch"]["properties"]["subjects"]["maxItems"], abide_gate.MOST)
        self.assertEqual(keys(schemas["Answer"]), fields(Answer))
        self.assertEqual(keys(schemas["BatchAnswer"]), {"policy", "position", "at", "reasons", "answers"})
        meaning = schemas["BatchAnswer"]["properties"]["reasons"]["additionalProperties"]
        self.assertEqual(keys(meaning), {"allow", "article", "remedy", "place"})
        consent = {"subject", "purpose", "answer", "surface"} | set(abide_gate.DETAILS)
        self.assertEqual(keys(schemas["Consent"]), consent)
        self.assertEqual(keys(schemas["Recorded"]), fields(Recorded))
        self.assertEqual(keys(schemas["Disclosed"]), fields(Disclosed))
        self.assertEqual(keys(schemas["Disclosure"]), {"subject", "recipient", "purpose"})
        self.assertEqual(keys(schemas["Problem"]), {"type", "title", "status", "code", "detail"})
        narrowed = told["paths"]["/v1/audience/{purpose}"]["get"]["parameters"]
        narrowed = {one["name"] for one in narrowed if one["in"] == "query"}
        self.assertEqual(narrowed, set(abide_gate.FILTERS) | {"count"})

        def words(schema: dict, key: str) -> tuple:
            return tuple(schema["properties"][key]["enum"])

        self.assertEqual(words(schemas["Answer"], "reason"), abide_gate.REASONS)
        self.assertEqual(words(schemas["Answer"], "remedy"), abide_gate.REMEDIES)
        self.assertEqual(words(schemas["Question"], "channel"), abide_gate.CHANNELS)
        self.assertEqual(words(schemas["Question"], "exception"), abide_gate.EXCEPTIONS)
        self.assertEqual(words(schemas["Consent"], "answer"), abide_gate.SAID)
        self.assertEqual(words(schemas["Consent"], "method"), abide_gate.METHODS)

    @unittest.skipUnless(os.environ.get("ABIDE_URL"), "no running Abide is named")
    def test_a_running_abide(self) -> None:
        subject = os.environ["ABIDE_SUBJECT"]
        gate = Gate(os.environ["ABIDE_URL"], os.environ["ABIDE_TOKEN"], timeout=10.0)
        purpose = "answer-enquiries"
        self.assertEqual(gate.decide(subject, purpose).reason, "legitimate-interest")
        self.assertEqual(gate.decide(subject, "train-models").reason, "purpose-not-declared")
        self.assertEqual(gate.decide_many([subject, KARI], purpose)[KARI].reason, "subject-unknown")
        audience = list(gate.audience(purpose))
        self.assertIn(subject, audience)
        self.assertEqual(gate.count(purpose), len(audience))
        self.assertIn("contact.email", gate.disclose(subject, "intility", purpose).fields)
        with self.assertRaises(Problem):
            gate.disclose(subject, "facebook", purpose)
        with self.assertRaises(Problem):
            gate.decide("nobody", purpose)
        once = f"python-{uuid.uuid4()}"
        first = gate.record_consent(subject, "campaigns", "given", "app:settings", idempotency_key=once)
        again = gate.record_consent(subject, "campaigns", "given", "app:settings", idempotency_key=once)
        self.assertEqual((again.entry, again.repeated), (first.entry, True))
        self.assertTrue(gate.decide(subject, "campaigns"), "the own write is seen at once")
        gate.record_consent(subject, "campaigns", "withdrawn", "app:settings")
        self.assertFalse(gate.decide(subject, "campaigns"))
        self.assertFalse(gate.decide_many([subject], "campaigns")[subject])
        with self.assertRaises(Problem) as raised:
            gate.record_consent(subject, purpose, "given", "app:settings")
        self.assertEqual(raised.exception.status, 422)


if __name__ == "__main__":
    unittest.main()
