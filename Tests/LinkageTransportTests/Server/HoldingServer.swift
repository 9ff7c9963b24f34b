import Foundation

/// A server in a process of its own, in Python, that answers nobody until so many have asked, and
/// then everybody by the path that was asked for.
final class HoldingServer: Sendable {
  let port: UInt16
  private let process: ChildProcess

  /// The socket listens before the server starts, so nobody has to wait for it.
  init(until count: Int) throws {
    let listener: Int32
    (listener, port) = try RawSocket.listen(backlog: 16_384)
    defer { RawSocket.end(listener) }
    process = try ChildProcess(
      ["python3", "-c", Self.script, String(count)], standardInput: listener)
  }

  var url: String { "http://127.0.0.1:\(port)" }

  func stop() { process.end() }

  private static let script = """
    import resource, select, socket, sys
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    count = int(sys.argv[1])
    listener = socket.socket(fileno=0)
    listener.setblocking(False)
    poll = select.epoll()
    poll.register(listener, select.EPOLLIN)
    open, asked = {}, []

    def answer(connection, head):
        path = head.split(b" ", 2)[1]
        connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\n\\r\\n%s" % (len(path), path))

    while True:
        for number, event in poll.poll():
            if number == listener.fileno():
                try:
                    while True:
                        connection, _ = listener.accept()
                        open[connection.fileno()] = connection
                        poll.register(connection, select.EPOLLIN)
                except BlockingIOError:
                    pass
                continue
            connection = open[number]
            head = connection.recv(65536)
            if not head:
                poll.unregister(connection)
                open.pop(number).close()
                continue
            asked.append((connection, head))
            if len(asked) == count:
                for pair in asked:
                    answer(*pair)
                asked = []
    """
}
