"""Logging in, phone numbers, what phones encrypt, and the website's login."""
import requests
from wechatpy.crypto import WeChatWxaCrypto
from wechatpy.exceptions import InvalidSignatureException, WeChatOAuthException
from wechatpy.utils import check_wxa_signature

from wechatpy_here import (APPID, IS_2, OAuth, PLATFORM, SITE, SITE_SECRET, client, control, did,
                           look, refused)

PHONE = "13800000001"


def log_in():
    here, codes = client(), control("login-codes", {"phone": PHONE})
    session = here.wxa.code_to_session(codes["code"])
    assert set(session) == {"session_key", "openid", "unionid"}, session
    assert session["openid"] == codes["openid"] and session["unionid"] == codes["unionid"]
    with refused(40163):
        here.wxa.code_to_session(codes["code"])
    with refused(40029):
        here.wxa.code_to_session("0" * 32)
    did("code_to_session")
    return session


def phone_number():
    here, codes = client(), control("login-codes", {"phone": PHONE})
    if IS_2:
        answer = here.wxa.get_phone_number(codes["phoneCode"])
    else:
        answer = here.post("wxa/business/getuserphonenumber", data={"code": codes["phoneCode"]},
                           api_base_url=PLATFORM + "/")
    told = answer["phone_info"]
    assert told["phoneNumber"] == told["purePhoneNumber"] == PHONE and told["countryCode"] == "86"
    assert told["watermark"]["appid"] == APPID
    did("get_phone_number")


def user_data(session):
    sealed = control(f"devices/{session['openid']}/user-info")
    key, raw = session["session_key"], sealed["rawData"]
    check_wxa_signature(key, raw, sealed["signature"])
    try:
        check_wxa_signature(key, raw + " ", sealed["signature"])
    except InvalidSignatureException:
        did("check_wxa_signature")
    told = WeChatWxaCrypto(key, sealed["iv"], APPID).decrypt_message(sealed["encryptedData"])
    assert told["openId"] == session["openid"] and told["unionId"] == session["unionid"]
    assert told["nickName"] == "微信用户", told
    sealed = control(f"devices/{session['openid']}/phone-number")
    told = WeChatWxaCrypto(key, sealed["iv"], APPID).decrypt_message(sealed["encryptedData"])
    assert told["purePhoneNumber"] == PHONE, told
    did("WeChatWxaCrypto")


def website(session):
    oauth = OAuth(SITE, SITE_SECRET, "http://shop.example/back?a=1", state="s t&1")
    page = requests.get(oauth.qrconnect_url)
    assert page.status_code == 200 and "text/html" in page.headers["Content-Type"], page.text
    shown = look("qr-logins")["items"][-1]
    code = control(f"qr-logins/{shown['id']}/confirm", {"phone": PHONE})["code"]
    tokens = oauth.fetch_access_token(code)
    assert tokens["scope"] == "snsapi_login" and tokens["unionid"] == session["unionid"], tokens
    assert oauth.open_id != session["openid"]
    assert oauth.check_access_token() is True
    told = oauth.get_user_info()
    assert told["openid"] == oauth.open_id and told["unionid"] == session["unionid"], told
    again = oauth.refresh_access_token(oauth.refresh_token)
    assert again["openid"] == tokens["openid"] and oauth.check_access_token() is True
    with refused(40163, WeChatOAuthException):
        oauth.fetch_access_token(code)
    with refused(40001, WeChatOAuthException):
        oauth.get_user_info(access_token="nothing")
    did("WeChatOAuth")


def run():
    session = log_in()
    phone_number()
    user_data(session)
    website(session)
