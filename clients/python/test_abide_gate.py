"""The client against a server in the test, and against a running Abide where one is named."""

import json
import os
import pathlib
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from abide_gate import Answer, Gate, Problem

DESCRIPTION = pathlib.Path(__file__).parents[2] / "crates/web/assets/openapi.json"
KARI = "0198b2a0-0000-7000-8000-000000000001"


class Made(BaseHTTPRequestHandler):
    """Answers what the test put there, and remembers what was asked."""

    def answer(self) -> None:
        size = int(self.headers.get("content-length") or 0)
        self.server.asked.append((self.path, self.rfile.read(size), self.headers.get("authorization")))
        status, kind, body = self.server.next
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *_: object) -> None:
        pass


class TheClient(unittest.TestCase):
    def setUp(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Made)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.gate = Gate(f"http://127.0.0.1:{self.server.server_port}", "secret")

    def says(self, value: object, status: int = 200, kind: str = "application/json") -> None:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.server.next = (status, kind, body)

    def told(self, reason: str, position: int = 1) -> None:
        self.says({"allow": reason == "consent", "reason": reason, "article": "Art. 6(1)(a)", "remedy": "nothing",
                   "place": None, "policy": "00", "position": position, "at": "2026-11-30T12:00:00Z"})

    def test_an_answer_is_true_where_allowed_and_carries_its_reason(self) -> None:
        self.told("consent")
        answer = self.gate.decide(KARI, "campaigns", channel="email")
        self.assertTrue(answer)
        self.assertEqual((answer.reason, answer.position), ("consent", 1))
        path, body, token = self.server.asked[0]
        self.assertEqual((path, token), ("/v1/decide", "Bearer secret"))
        self.assertEqual(json.loads(body), {"subject": KARI, "purpose": "campaigns", "channel": "email"})

    def test_an_answer_is_kept_until_the_ledger_goes_on(self) -> None:
        self.told("consent")
        self.assertTrue(self.gate.decide(KARI, "campaigns"))
        self.told("consent-withdrawn", position=2)
        self.assertTrue(self.gate.decide(KARI, "campaigns"), "kept")
        self.assertFalse(self.gate.decide(KARI, "letters"), "another question, which shows that the ledger went on")
        self.assertFalse(self.gate.decide(KARI, "campaigns"), "dropped")
        self.assertEqual(len(self.server.asked), 3)
        self.gate.forget()
        self.gate.decide(KARI, "campaigns")
        self.gate.decide(KARI, "campaigns", consistent=True)
        self.gate.decide(KARI, "campaigns", consistent=True)
        self.assertEqual(len(self.server.asked), 6, "forgotten; what is consistent is never kept")

    def test_what_fails_is_denied_and_what_is_wrong_is_raised(self) -> None:
        self.says({"code": "unavailable", "detail": "the ledger could not be read"}, 503, "application/problem+json")
        self.assertEqual(self.gate.decide(KARI, "campaigns"), Answer(False, "unavailable"))
        self.assertEqual(self.gate.decide_many([KARI], "campaigns"), {KARI: Answer(False, "unavailable")})
        self.assertEqual(Gate("http://127.0.0.1:9", "x").decide(KARI, "campaigns").reason, "unavailable")
        self.says({"code": "value", "detail": "`channel` must be a channel"}, 422, "application/problem+json")
        with self.assertRaises(Problem) as raised:
            self.gate.decide(KARI, "campaigns", channel="pigeon")
        self.assertEqual((raised.exception.status, raised.exception.code), (422, "value"))

    def test_many_are_asked_in_parts_and_answered_each(self) -> None:
        meaning = {"allow": True, "article": "Art. 6(1)(a)", "remedy": "nothing", "place": None}
        self.says({"policy": "00", "position": 1, "at": "", "reasons": {"consent": meaning}, "answers": ["consent"] * 10_000})
        found = self.gate.decide_many([str(n) for n in range(20_000)], "campaigns")
        self.assertEqual((len(found), len(self.server.asked)), (20_000, 2))
        self.assertTrue(all(found.values()))

    def test_an_audience_is_read_line_by_line(self) -> None:
        self.says(b'{"subject":"a"}\n{"subject":"b"}\n', kind="application/x-ndjson")
        self.assertEqual(list(self.gate.audience("campaigns", country="NO")), ["a", "b"])
        self.assertEqual(self.server.asked[0][0], "/v1/audience/campaigns?country=NO")

    def test_the_client_knows_what_the_description_says(self) -> None:
        told = json.loads(DESCRIPTION.read_text())
        self.assertLessEqual({"/v1/decide", "/v1/decide/batch", "/v1/audience/{purpose}", "/v1/disclose"}, set(told["paths"]))
        answer = told["components"]["schemas"]["Answer"]["properties"]
        self.assertEqual(set(Answer.__dataclass_fields__) | {"at"}, set(answer))
        self.assertEqual(told["components"]["schemas"]["Batch"]["properties"]["subjects"]["maxItems"], 10_000)

    @unittest.skipUnless(os.environ.get("ABIDE_URL"), "no running Abide is named")
    def test_a_running_abide(self) -> None:
        gate, subject = Gate(os.environ["ABIDE_URL"], os.environ["ABIDE_TOKEN"]), os.environ["ABIDE_SUBJECT"]
        purpose = "answer-enquiries"
        self.assertEqual(gate.decide(subject, purpose).reason, "legitimate-interest")
        self.assertEqual(gate.decide(subject, "train-models").reason, "purpose-not-declared")
        self.assertEqual(gate.decide_many([subject, KARI], purpose)[KARI].reason, "subject-unknown")
        self.assertIn(subject, list(gate.audience(purpose)))
        self.assertIn("contact.email", gate.disclose(subject, "intility", purpose))
        with self.assertRaises(Problem):
            gate.disclose(subject, "facebook", purpose)
        with self.assertRaises(Problem):
            gate.decide("nobody", purpose)


if __name__ == "__main__":
    unittest.main()
