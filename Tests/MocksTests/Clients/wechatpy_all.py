"""Calls the platform as wechatpy does: `wechatpy_all.py PLATFORM-URL KEY-FOLDER [LIBRARY-FOLDER]`.

The library is the one of the folder, or the installed one. Prints its version and what was done.
"""
import sys

sys.path[:0] = sys.argv[3:]

import wechatpy  # noqa: E402

import wechatpy_calls  # noqa: E402
import wechatpy_errors  # noqa: E402
import wechatpy_paid  # noqa: E402
import wechatpy_people  # noqa: E402
import wechatpy_push  # noqa: E402

print("wechatpy", wechatpy.__version__)
wechatpy_people.run()
wechatpy_calls.run()
wechatpy_paid.run(sys.argv[2])
wechatpy_push.run()
wechatpy_errors.run()
