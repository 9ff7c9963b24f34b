"""The unionid of somebody who paid: one library orders, the other asks."""
import json
from pathlib import Path

from wechatpayv3 import WeChatPay, WeChatPayType

from wechatpy_here import APPID, PLATFORM, advance, client, control, did, refused

MCHID = "1900009191"


def merchant(keys):
    made = WeChatPay(
        wechatpay_type=WeChatPayType.MINIPROG, mchid=MCHID, appid=APPID,
        private_key=(keys / "apiclient_key.pem").read_text(),
        cert_serial_no="5C0D3A61F7B24E9A8C1E4D7F60B2A9358E71C4D3",
        apiv3_key="LinkageMockDevelopmentAPIv3Key32", notify_url="http://127.0.0.1:9/notify",
        public_key=(keys / "pub_key.pem").read_text(),
        public_key_id=f"PUB_KEY_ID_01{MCHID}2020010100000000000001")
    made._core._gate_way = PLATFORM
    return made


def run(keys):
    here, pay = client(), merchant(Path(keys))
    person = control("login-codes", {"phone": "13800000004"})
    code, text = pay.pay(description="茶", out_trade_no="UNIONID1", amount={"total": 300},
                         payer={"openid": person["openid"]})
    assert code == 200, text
    with refused(89300):
        here.wxa.get_paid_unionid(person["openid"], mch_id=MCHID, out_trade_no="UNIONID1")
    control(f"payments/{json.loads(text)['prepay_id']}/pay")
    number = json.loads(pay.query(out_trade_no="UNIONID1")[1])["transaction_id"]
    by_order = here.wxa.get_paid_unionid(person["openid"], mch_id=MCHID, out_trade_no="UNIONID1")
    by_payment = here.wxa.get_paid_unionid(person["openid"], transaction_id=number)
    assert by_order == by_payment == person["unionid"]
    advance(301)
    with refused(89300):
        here.wxa.get_paid_unionid(person["openid"], transaction_id=number)
    did("get_paid_unionid")
