"""Prints a pushed message as wechatpy decrypts it."""

import sys

from wechatpy.crypto import WeChatCrypto

token, key, appid, signature, timestamp, nonce, body = sys.argv[1:]
message = WeChatCrypto(token, key, appid).decrypt_message(body, signature, timestamp, nonce)
text = message if isinstance(message, bytes) else message.encode()
sys.stdout.buffer.write(text)
