"""Messages, codes, links, checks and media."""
from wechatpy_here import (IS_2, ORDER, TEMPLATE, client, control, did, is_jpeg, look,
                           refused)

PHONE = "13800000001"
GREEN = {"r": "7", "g": "193", "b": "96"}


def subscribe_messages(here):
    person = control("login-codes", {"phone": PHONE})["openid"]
    sent = here.wxa.send_subscribe_message(person, TEMPLATE, ORDER, page="pages/order?id=1")
    assert sent["errcode"] == 0 and sent["msgid"] > 2**53, sent
    last = look(f"devices/{person}/inbox")["items"][-1]
    assert last["title"] == "订单状态通知" and last["page"] == "pages/order?id=1", last
    assert [line["value"] for line in last["lines"]] == [x["value"] for x in ORDER.values()], last
    with refused(47003):
        here.wxa.send_subscribe_message(person, TEMPLATE, {"phrase2": {"value": "x" * 9}})
    with refused(40037):
        here.wxa.send_subscribe_message(person, "nothing", ORDER)
    with refused(40003):
        here.wxa.send_subscribe_message("nobody", TEMPLATE, ORDER)
    did("send_subscribe_message")
    return person


def opened(picture):
    """What a phone's camera finds: the picture says it in its comment, too."""
    start = picture.content.index(b"/c?kind=")
    start = picture.content.rindex(b"http", 0, start)
    text = picture.content[start:].split(b"\x00")[0].split(b"\xff")[0].decode()
    return control("open", {"link": text, "phone": PHONE})


def codes(here):
    picture = here.wxa.get_wxa_code_unlimited("o=1", page="pages/a", line_color=GREEN)
    assert is_jpeg(picture)
    found = opened(picture)
    assert found["path"] == "pages/a" and found["scene"] == 1047, found
    assert found["params"]["scene"] == "o%3D1", found
    with refused(40169):
        here.wxa.get_wxa_code_unlimited("x" * 33)
    did("get_wxa_code_unlimited")
    picture = here.wxa.get_wxa_code("pages/a?x=1", width=280)
    assert is_jpeg(picture) and opened(picture)["params"] == {"x": "1"}
    clear = here.wxa.get_wxa_code("pages/a", is_hyaline=True)
    assert clear.content.startswith(b"\x89PNG"), clear.content[:9]
    did("get_wxa_code")
    picture = here.wxa.create_qrcode("pages/b?y=2")
    assert is_jpeg(picture) and opened(picture)["scene"] == 1011
    did("create_qrcode")


def links(here):
    jump = {"path": "/pages/a", "query": "x=1"}
    scheme = here.wxa.get_url_scheme(jump_wxa=jump, expire_type=1, expire_interval=3)["openlink"]
    found = control("open", {"link": scheme, "phone": PHONE})
    assert found["scene"] == 1065 and found["params"] == {"x": "1"}, found
    did("get_url_scheme")
    link = here.wxa.get_url_link("pages/a", "x=2", expire_type=1, expire_interval=30)["url_link"]
    found = control("open", {"link": link, "phone": PHONE})
    assert found["scene"] == 1194 and found["params"] == {"x": "2"}, found
    with refused(85401):
        here.wxa.get_url_link("pages/a", expire_type=1, expire_interval=31)
    did("get_url_link")


def checks(here):
    assert here.wxa.check_text_security("你好")["errcode"] == 0
    with refused(87014):
        here.wxa.check_text_security("特3456书yuuo莞6543李zxcz蒜7782法fgnv级")
    did("check_text_security")
    control("verdicts", {"contains": "forbidden", "suggest": "risky"})
    assert here.wxa.check_image_security(("a.png", b"fine", "image/png"))["errcode"] == 0
    with refused(87014):
        here.wxa.check_image_security(("a.png", b"forbidden", "image/png"))
    did("check_image_security")


def service(here, person):
    with refused(45015):
        here.message.send_text(person, "在吗")
    control(f"devices/{person}/messages", {"msgType": "text", "content": "在吗"})
    uploaded = here.media.upload("image", ("tea.jpg", b"\xff\xd8\xff tea", "image/jpeg"))
    assert uploaded["type"] == "image", uploaded
    picture = here.media.download(uploaded["media_id"])
    assert picture.content == b"\xff\xd8\xff tea", picture.content
    assert picture.headers["Content-Type"] == "image/jpeg"
    with refused(40007):
        here.media.download("nothing")
    did("media.upload, download")
    here.message.send_text(person, "在的")
    here.message.send_image(person, uploaded["media_id"])
    here.message.send_link(person, {"title": "茶", "description": "d", "url": "http://a.example/",
                                    "thumb_url": "http://a.example/t.jpg"})
    here.message.send_mini_program_page(person, {"title": "页", "pagepath": "pages/a",
                                                 "thumb_media_id": uploaded["media_id"]})
    shown = look(f"devices/{person}/chat")["items"]
    kinds = [item.get("msgType") or item.get("type") for item in shown]
    assert kinds == ["text", "text", "image", "link", "miniprogrampage"], shown
    did("message.send_text, send_image, send_link, send_mini_program_page")


def run():
    here = client()
    assert here.fetch_access_token()["expires_in"] == 7200
    did("fetch_access_token")
    person = subscribe_messages(here)
    codes(here)
    if IS_2:
        links(here)
    checks(here)
    service(here, person)
    assert here.fetched == 1
