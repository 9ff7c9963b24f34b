"""Calls the real addresses: `requests_tls.py PORT CA-FILE`. Names are resolved to this machine.

The port is part of the resolution, as a forwarded 443 would be.
"""
import json
import os
import socket
import sys

os.environ["REQUESTS_CA_BUNDLE"] = sys.argv[2]
NAMES = {"api.weixin.qq.com", "api.mch.weixin.qq.com", "open.weixin.qq.com"}
resolve = socket.getaddrinfo


def here(host, port, *rest, **more):
    if host in NAMES:
        assert port == 443, port
        host, port = "127.0.0.1", int(sys.argv[1])
    return resolve(host, port, *rest, **more)


socket.getaddrinfo = here

import requests  # noqa: E402

APP = {"appid": "wx1f2e3d4c5b6a7980", "secret": "3f8a1c5e7b9d2f4a6c8e0b1d3f5a7c9e"}
API = "https://api.weixin.qq.com"

token = requests.post(f"{API}/cgi-bin/stable_token",
                      json={"grant_type": "client_credential", **APP}).json()["access_token"]
again = requests.post(f"{API}/cgi-bin/stable_token",
                      json={"grant_type": "client_credential", **APP}).json()["access_token"]
assert token == again
codes = requests.post(f"{API}/_control/login-codes", json={"phone": "13800000001"}).json()
session = requests.get(f"{API}/sns/jscode2session",
                       params={**APP, "js_code": codes["code"],
                               "grant_type": "authorization_code"}).json()
assert session["openid"] == codes["openid"], session
told = requests.post(f"{API}/wxa/business/getuserphonenumber", params={"access_token": token},
                     data=json.dumps({"code": codes["phoneCode"]})).json()
assert told["phone_info"]["phoneNumber"] == "13800000001", told
refused = requests.get("https://api.mch.weixin.qq.com/v3/certificates")
assert refused.status_code == 401 and refused.json()["code"] == "SIGN_ERROR", refused.text
page = requests.get("https://open.weixin.qq.com/connect/qrconnect", params={
    "appid": "wx9a8b7c6d5e4f3021", "redirect_uri": "https://shop.example/", "state": "1",
    "response_type": "code", "scope": "snsapi_login"})
assert page.status_code == 200 and "<html" in page.text, page.text
print("fine")
