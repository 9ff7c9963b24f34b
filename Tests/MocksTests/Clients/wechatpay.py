"""Buys and gives back with wechatpayv3: `wechatpay.py PLATFORM-URL KEY-FOLDER`.

Once by the platform's certificate, which it downloads, and once by the platform's public key.
"""
import http.server
import json
import sys
import threading
import urllib.request
from pathlib import Path

from wechatpayv3 import WeChatPay, WeChatPayType
from wechatpayv3.core import Core

platform, keys = sys.argv[1], Path(sys.argv[2])
APPID, MCHID = "wx1f2e3d4c5b6a7980", "1900009191"
heard = []


class Ear(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        heard.append((dict(self.headers), body))
        self.send_response(204)
        self.end_headers()
        arrived.release()

    def log_message(self, *_):
        pass


arrived = threading.Semaphore(0)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear)
threading.Thread(target=server.serve_forever, daemon=True).start()
notify = f"http://127.0.0.1:{server.server_port}/notify"


# The address is an attribute that the constructor sets and uses at once.
original = Core._init_certificates


def init_certificates(core):
    core._gate_way = platform
    original(core)


Core._init_certificates = init_certificates


def client(**more):
    made = WeChatPay(
        wechatpay_type=WeChatPayType.MINIPROG, mchid=MCHID, appid=APPID,
        private_key=(keys / "apiclient_key.pem").read_text(),
        cert_serial_no="5C0D3A61F7B24E9A8C1E4D7F60B2A9358E71C4D3",
        apiv3_key="LinkageMockDevelopmentAPIv3Key32", notify_url=notify, **more)
    made._core._gate_way = platform
    return made


def on_phone(prepay, request):
    body = json.dumps({"request": request}).encode()
    url = f"{platform}/_control/payments/{prepay}/pay"
    with urllib.request.urlopen(urllib.request.Request(url, body, method="POST")) as answer:
        assert json.load(answer)["errMsg"] == "requestPayment:ok"


def news(pay):
    assert arrived.acquire(timeout=20), "no notification came"
    headers, body = heard.pop()
    told = pay.callback(headers, body)
    assert told, "the notification does not verify"
    assert pay.callback(headers, body + b" ") is None, "a changed notification verifies"
    return told


def buy(pay, order):
    code, text = pay.pay(description="茶", out_trade_no=order, amount={"total": 300},
                         payer={"openid": "oPayerAbcdefghijklmnopqrstu1"})
    assert code == 200, text
    prepay = json.loads(text)["prepay_id"]
    stamp, nonce, package = "1763800000", "n0nce", f"prepay_id={prepay}"
    on_phone(prepay, {"timeStamp": stamp, "nonceStr": nonce, "package": package,
                      "signType": "RSA", "paySign": pay.sign([APPID, stamp, nonce, package])})
    told = news(pay)
    assert told["event_type"] == "TRANSACTION.SUCCESS", told
    assert told["resource"]["out_trade_no"] == order, told
    code, text = pay.query(out_trade_no=order)
    assert code == 200 and json.loads(text)["trade_state"] == "SUCCESS", text
    number = json.loads(text)["transaction_id"]
    assert json.loads(pay.query(transaction_id=number)[1])["out_trade_no"] == order


def give_back(pay, order):
    code, text = pay.refund(out_refund_no=order + "R", out_trade_no=order,
                            amount={"refund": 100, "total": 300, "currency": "CNY"})
    assert code == 200, text
    told = news(pay)
    assert told["event_type"] == "REFUND.SUCCESS", told
    assert told["resource"]["amount"]["refund"] == 100, told
    code, text = pay.query_refund(out_refund_no=order + "R")
    assert code == 200 and json.loads(text)["status"] == "SUCCESS", text


def close(pay, order):
    assert pay.pay(description="x", out_trade_no=order, amount={"total": 1},
                   payer={"openid": "oPayerAbcdefghijklmnopqrstu1"})[0] == 200
    assert pay.close(out_trade_no=order)[0] == 204
    assert json.loads(pay.query(out_trade_no=order)[1])["trade_state"] == "CLOSED"


def refuse(pay):
    code, text = pay.query(out_trade_no="NOTHING1")
    assert code == 404 and json.loads(text)["code"] == "ORDER_NOT_EXIST", (code, text)
    code, text = pay.pay(description="x", out_trade_no="REFUSE01", amount={"total": 0},
                         payer={"openid": "oPayerAbcdefghijklmnopqrstu1"})
    assert code == 400 and json.loads(text)["code"] == "PARAM_ERROR", (code, text)


public = {"public_key": (keys / "pub_key.pem").read_text(),
          "public_key_id": f"PUB_KEY_ID_01{MCHID}2020010100000000000001"}
for name, pay in [("CERT", client()), ("PUBKEY", client(**public))]:
    buy(pay, name + "0001")
    give_back(pay, name + "0001")
    close(pay, name + "0002")
    refuse(pay)
print("fine")
