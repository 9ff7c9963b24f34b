"""What the programs with wechatpy share. Nothing of the library is changed but its addresses."""
import contextlib
import http.server
import json
import sys
import threading
import urllib.parse
import urllib.request

import wechatpy
from wechatpy import WeChatClient
from wechatpy.client.api import WeChatWxa
from wechatpy.exceptions import WeChatException
from wechatpy.oauth import WeChatOAuth

PLATFORM = sys.argv[1]
APPID, SECRET = "wx1f2e3d4c5b6a7980", "3f8a1c5e7b9d2f4a6c8e0b1d3f5a7c9e"
SITE, SITE_SECRET = "wx9a8b7c6d5e4f3021", "8d1c0b9a7f6e5d4c3b2a190817263544"
TEMPLATE = "Lk0rDer5tAtU5-n0t1f1cAt10n_TeMpLaTe-0o1A2b3"
ORDER = {"character_string1": {"value": "W202611210001"}, "phrase2": {"value": "已支付"},
         "amount3": {"value": "¥31.33"}, "time4": {"value": "2026年11月21日 20:00"}}
IS_2 = wechatpy.__version__.startswith("2.")


class Wxa(WeChatWxa):
    API_BASE_URL = PLATFORM + "/"


class Client(WeChatClient):
    API_BASE_URL = PLATFORM + "/cgi-bin/"
    wxa = Wxa()
    fetched = 0

    def fetch_access_token(self):
        self.fetched += 1
        return self._fetch_access_token(
            url=PLATFORM + "/cgi-bin/token",
            params={"grant_type": "client_credential", "appid": self.appid, "secret": self.secret})


class OAuth(WeChatOAuth):
    API_BASE_URL = PLATFORM + "/"
    OAUTH_BASE_URL = PLATFORM + "/connect/"


def client():
    return Client(APPID, SECRET)


def ask(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(PLATFORM + path, data, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def control(path, body=None):
    """Has the mock do what people do."""
    return ask("POST", "/_control/" + path, {} if body is None else body)


def look(path):
    return ask("GET", "/_control/" + path)


def advance(seconds):
    ask("POST", "/_admin/v1/clock/advance", {"ms": seconds * 1000, "settle": True})


def is_jpeg(answer):
    return (answer.headers["Content-Type"] == "image/jpeg"
            and answer.content.startswith(b"\xff\xd8\xff") and answer.content.endswith(b"\xff\xd9"))


def did(what):
    print("did", what, flush=True)


@contextlib.contextmanager
def refused(code, kind=WeChatException):
    """Expects the library to say that the platform refuses with this number."""
    try:
        yield
    except kind as error:
        assert error.errcode == code and "rid: " in error.errmsg, error
    else:
        raise AssertionError(f"not refused with {code}")


class Ear:
    """A back end that is pushed to: gives back the `echostr`, keeps the rest as (query, body)."""

    def __init__(self, answer=b"success"):
        self.heard, self.arrived = [], threading.Semaphore(0)
        ear = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.reply(self.query()["echostr"].encode())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                ear.heard.append((self.query(), body))
                self.reply(answer)
                ear.arrived.release()

            def query(self):
                return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))

            def reply(self, body):
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    def next(self):
        assert self.arrived.acquire(timeout=20), "nothing came"
        return self.heard.pop(0)
