"""What is pushed to a back end, read with the library, and what it replies."""
from wechatpy import create_reply, parse_message
from wechatpy.crypto import WeChatCrypto
from wechatpy.utils import check_signature

from wechatpy_here import APPID, IS_2, ORDER, TEMPLATE, Ear, ask, client, control, did, look

TOKEN, KEY = "AAAAA", "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR"


def settle():
    ask("POST", "/_admin/v1/clock/advance", {"ms": 0, "settle": True})


def listen(ear, **more):
    ask("PUT", "/_control/push", {"url": ear.url, "token": TOKEN, **more})


def plain(person):
    ear = Ear()
    listen(ear)
    control(f"devices/{person}/messages", {"msgType": "text", "content": "你好 <b>"})
    query, body = ear.next()
    check_signature(TOKEN, query["signature"], query["timestamp"], query["nonce"])
    message = parse_message(body)
    assert message.type == "text" and message.content == "你好 <b>", body
    assert message.source == person and message.id and message.create_time
    control(f"devices/{person}/messages",
            {"msgType": "miniprogrampage", "title": "页", "pagePath": "pages/a"})
    message = parse_message(ear.next()[1])
    assert message.type == "miniprogrampage" and message.page_path == "pages/a", vars(message)
    control(f"devices/{person}/messages", {"msgType": "event", "sessionFrom": "order-1"})
    message = parse_message(ear.next()[1])
    assert message.event == "user_enter_tempsession" and message.session_from == "order-1"
    did("check_signature, parse_message")


def events(person):
    ear = Ear()
    listen(ear)
    control("subscriptions", {"openid": person, "accept": True, "templateId": TEMPLATE})
    told = parse_message(ear.next()[1])
    assert told.event == "subscribe_msg_popup_event", told
    [one] = told.subscribes
    assert one["TemplateId"] == TEMPLATE and one["SubscribeStatusString"] == "accept", one
    number = client().wxa.send_subscribe_message(person, TEMPLATE, ORDER)["msgid"]
    told = parse_message(ear.next()[1])
    assert told.event == "subscribe_msg_sent_event", told
    assert told.subscribes[0]["MsgID"] == str(number), told.subscribes
    assert told.subscribes[0]["ErrorStatus"] == "success", told.subscribes
    control("subscriptions", {"openid": person, "accept": False})
    told = parse_message(ear.next()[1])
    templates = [one["TemplateId"] for one in told.subscribes]
    assert told.event == "subscribe_msg_change_event", told
    assert TEMPLATE in templates and len(set(templates)) == len(templates) > 1, templates
    assert {one["SubscribeStatusString"] for one in told.subscribes} == {"reject"}
    control("subscriptions", {"openid": person, "accept": True})
    did("subscribe_msg_popup_event, sent, change")


def safe(person):
    crypto = WeChatCrypto(TOKEN, KEY, APPID)
    ear = Ear()
    listen(ear, mode="safe", encodingAESKey=KEY)
    control(f"devices/{person}/messages", {"msgType": "text", "content": "秘密"})
    query, body = ear.next()
    assert "秘密".encode() not in body and query["encrypt_type"] == "aes", query
    text = crypto.decrypt_message(body, query["msg_signature"], query["timestamp"], query["nonce"])
    message = parse_message(text)
    assert message.content == "秘密", text
    reply = crypto.encrypt_message(create_reply("收到", message).render(), query["nonce"],
                                   query["timestamp"])
    answering = Ear(reply.encode())
    listen(answering, mode="safe", encodingAESKey=KEY)
    control(f"devices/{person}/messages", {"msgType": "text", "content": "又来"})
    answering.next()
    settle()
    last = look("push/deliveries")["items"][-1]
    assert last["outcome"] == "delivered" and len(last["tries"]) == 1, last
    did("WeChatCrypto")


def run():
    person = control("login-codes", {"phone": "13800000003"})["openid"]
    plain(person)
    if IS_2:
        events(person)
    safe(person)
    ask("DELETE", "/_control/push")
