"""How what goes wrong looks to who uses the library."""
from wechatpy.exceptions import APILimitedException, WeChatClientException

from wechatpy_here import (APPID, ORDER, SECRET, TEMPLATE, Client, advance, ask, client, control,
                           did, refused)


def unsubscribed():
    person = control("login-codes", {"phone": "13800000002"})["openid"]
    control("subscriptions", {"openid": person, "accept": False})
    with refused(43101, WeChatClientException):
        client().wxa.send_subscribe_message(person, TEMPLATE, ORDER)
    control("subscriptions", {"openid": person, "accept": True})
    assert client().wxa.send_subscribe_message(person, TEMPLATE, ORDER)["errcode"] == 0
    did("43101")


def limited():
    here = client()
    ask("PUT", "/_control/quotas", {"path": "/wxa/msg_sec_check", "limit": 1})
    here.wxa.check_text_security("x")
    with refused(45009, APILimitedException):
        here.wxa.check_text_security("x")
    told = here.post("clear_quota", data={"appid": APPID})
    assert told["errcode"] == 0 and here.wxa.check_text_security("x")["errcode"] == 0
    ask("DELETE", "/_control/quotas")
    did("45009, clear_quota")


def expired():
    here = client()
    here.wxa.check_text_security("x")
    advance(7200)
    assert here.wxa.check_text_security("x")["errcode"] == 0 and here.fetched == 2
    patient = Client(APPID, SECRET, auto_retry=False)
    patient.fetch_access_token()
    advance(7200)
    with refused(42001, WeChatClientException):
        patient.wxa.check_text_security("x")
    did("42001 and a new token")


def replaced():
    here, other = client(), client()
    here.wxa.check_text_security("x")
    other.fetch_access_token()
    assert here.wxa.check_text_security("x")["errcode"] == 0 and here.fetched == 1
    advance(301)
    assert here.wxa.check_text_security("x")["errcode"] == 0 and here.fetched == 2
    did("40001 and a new token")


def injected():
    control("failures", {"path": "/wxa/msg_sec_check", "errcode": -1, "count": 2})
    here = client()
    for _ in range(2):
        with refused(-1, WeChatClientException):
            here.wxa.check_text_security("x")
    assert here.wxa.check_text_security("x")["errcode"] == 0
    control("failures", {"path": "/wxa/msg_sec_check", "status": 502})
    try:
        here.wxa.check_text_security("x")
    except WeChatClientException as error:
        assert error.errcode is None and error.response.status_code == 502
        did("failures")


def strangers():
    with refused(40125, WeChatClientException):
        Client(APPID, "0" * 32).fetch_access_token()
    with refused(40013, WeChatClientException):
        Client("wx0000000000000000", "0" * 32).fetch_access_token()
    with refused(40066, WeChatClientException):
        client().post("nothing", data={})
    did("40125, 40013, 40066")


def run():
    for part in (unsubscribed, limited, expired, replaced, injected, strangers):
        part()
