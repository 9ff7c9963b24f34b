"""`holding.py COUNT`: a server that answers nobody until so many have asked; prints its port."""

import selectors
import socket
import sys

BODY = b'{"points":50}'
ANSWER = b"\r\n".join([
    b"HTTP/1.1 200 OK",
    b"Content-Type: application/json",
    b"Content-Length: %d" % len(BODY),
    b"",
    BODY,
])


def serve(count):
    listener = socket.create_server(("127.0.0.1", 0), backlog=16384)
    listener.setblocking(False)
    print(listener.getsockname()[1], flush=True)
    selector = selectors.EpollSelector()
    selector.register(listener, selectors.EVENT_READ)
    held, is_open = [], False
    while True:
        for key, _ in selector.select():
            if key.fileobj is listener:
                accept(listener, selector)
                continue
            connection = key.fileobj
            if not has_asked(connection):
                selector.unregister(connection)
                connection.close()
                continue
            held.append(connection)
            is_open = is_open or len(held) >= count
            if is_open:
                for one in held:
                    one.send(ANSWER)
                held.clear()


def accept(listener, selector):
    """All that wait, up to a hundred at a time."""
    for _ in range(100):
        try:
            connection, _ = listener.accept()
        except BlockingIOError:
            return
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ)


def has_asked(connection):
    """Whether a request came, which fits into one read; false where the connection ended."""
    try:
        return connection.recv(4096) != b""
    except BlockingIOError:
        return True
    except ConnectionError:
        return False


serve(int(sys.argv[1]))
