import Glibc
import Synchronization

/// A server on loopback that does to each connection exactly what its script says.
///
/// One thread accepts and each connection has its own; it shares no code with the transport.
final class RawServer: Sendable {
  enum Action: Sendable {
    case send(String)
    case bytes([UInt8])
    /// The same over and over until the other side has gone.
    case endless(String)
    /// One byte at a time, with so many microseconds behind each.
    case drip(String, every: UInt32)
    case wait(Gate)
    /// Closes in the ordinary way.
    case close
    /// Says that nothing more will come and reads on until the other side has gone.
    case finish
    /// Closes so that the other side sees a reset.
    case reset
  }

  typealias Script = @Sendable (RawRequest) -> [Action]

  private struct State {
    var requests: [RawRequest] = []
    var open: Set<Int32> = []
    var connections = 0
    var isListening = true
    var isStopped = false
  }

  let port: UInt16
  /// Every request as it arrives.
  let arrivals: AsyncStream<RawRequest>
  /// The number of each connection that the script has closed.
  let closings: AsyncStream<Int>
  private let arrived: AsyncStream<RawRequest>.Continuation
  private let closed: AsyncStream<Int>.Continuation
  private let listener: Int32
  private let script: Script
  private let limit: Int?
  private let state = Mutex(State())

  /// With a limit the script gets what stands in so many bytes of the connection, whole or not.
  init(readingAtMost limit: Int? = nil, _ script: @escaping Script) throws {
    (listener, port) = try RawSocket.listen(backlog: 4096)
    self.script = script
    self.limit = limit
    (arrivals, arrived) = AsyncStream.makeStream(of: RawRequest.self)
    (closings, closed) = AsyncStream.makeStream(of: Int.self)
    RawThread.start { [self] in accept() }
  }

  var url: String { "http://127.0.0.1:\(port)" }
  var requests: [RawRequest] { state.withLock { $0.requests } }
  var connections: Int { state.withLock { $0.connections } }

  /// Opens a gate when so many requests have come in all.
  func open(_ gate: Gate, after count: Int) async {
    var arrived = 0
    for await _ in arrivals {
      arrived += 1
      if arrived == count { return gate.open() }
    }
  }

  /// Ends every connection; the threads see it and end.
  func stop() {
    state.withLock { state in
      if state.isStopped { return }
      state.isStopped = true
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
      endListening(&state)
    }
    arrived.finish()
    closed.finish()
  }

  /// Refuses further connections and keeps those there are.
  func stopListening() {
    state.withLock { endListening(&$0) }
  }

  /// Once: the accepting thread closes the descriptor, and its number may then be another's.
  private func endListening(_ state: inout State) {
    guard state.isListening else { return }
    state.isListening = false
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept() {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      if descriptor < 0 { break }
      guard let number = enter(descriptor) else {
        Glibc.close(descriptor)
        break
      }
      RawSocket.sendAtOnce(descriptor)
      RawThread.start { [self] in serve(descriptor, number) }
    }
    Glibc.close(listener)
  }

  private func enter(_ descriptor: Int32) -> Int? {
    state.withLock { state in
      if state.isStopped { return nil }
      state.open.insert(descriptor)
      state.connections += 1
      return state.connections
    }
  }

  private func leave(_ descriptor: Int32, _ number: Int) {
    state.withLock { state in
      state.open.remove(descriptor)
      Glibc.close(descriptor)
    }
    closed.yield(number)
  }

  private func serve(_ descriptor: Int32, _ number: Int) {
    defer { leave(descriptor, number) }
    var reader = RawReader(descriptor: descriptor, connection: number, limit: limit)
    while let request = reader.next() {
      state.withLock { $0.requests.append(request) }
      arrived.yield(request)
      for action in script(request) where !perform(action, on: descriptor) { return }
    }
  }

  /// False when the connection is over.
  private func perform(_ action: Action, on descriptor: Int32) -> Bool {
    switch action {
    case .send(let text): return RawSocket.write(Array(text.utf8), to: descriptor)
    case .bytes(let bytes): return RawSocket.write(bytes, to: descriptor)
    case .wait(let gate):
      gate.pass()
      return true
    case .endless(let text):
      while RawSocket.write(Array(text.utf8), to: descriptor) {}
      return false
    case .drip(let text, let pause):
      return text.utf8.allSatisfy { byte in
        usleep(pause)
        return RawSocket.write([byte], to: descriptor)
      }
    case .close: return false
    case .finish:
      shutdown(descriptor, Int32(SHUT_WR))
      RawSocket.drain(descriptor)
      return false
    case .reset:
      RawSocket.resetOnClose(descriptor)
      return false
    }
  }
}
