import CCurl
import CLoop
import Glibc
import LinkageCore

/// libcurl's multi handle and all transfers; belongs to the loop's thread.
final class Engine: LoopClient {
  typealias Continuation = UnsafeContinuation<HTTPExchange, Never>

  let sessions = Sessions()
  private(set) var deadline = Int64.max
  private let multi: UnsafeMutableRawPointer
  private let options: TransportOptions
  private var core: LoopCore?
  private var active: [UInt64: Transfer] = [:]
  private var idle: [Transfer] = []
  private var isOpen = true

  /// More idle connections than this are closed, the longest unused first.
  private static let idleConnections = 512
  private static let idleHandles = 1024

  init(options: TransportOptions) throws(LoopError) {
    guard Self.isCurlReady, let multi = curl_multi_init() else { throw LoopError.noCurl }
    self.multi = multi
    self.options = options
  }

  private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  var usage: Usage {
    Usage(inFlight: active.count, idleHandles: idle.count, sessions: sessions.count)
  }

  func open(on core: LoopCore) {
    self.core = core
    core.client = self
    let user = Unmanaged.passUnretained(self).toOpaque()
    _ = ccurl_multi_set_on_socket(multi, Self.onSocket, user)
    _ = ccurl_multi_set_on_timer(multi, Self.onTimer, user)
    _ = ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.idleConnections)
  }

  func close() {
    guard isOpen else { return }
    isOpen = false
    for transfer in active.values { finish(transfer, with: .cancelled) }
    idle.removeAll()
    sessions.closeAll()
    curl_multi_cleanup(multi)
    deadline = .max
    core?.client = nil
    core = nil
  }

  func start(_ errand: Errand, _ ticket: Ticket, _ continuation: Continuation) {
    let now = MonotonicClock.now()
    if ticket.isCancelled || !isOpen {
      return continuation.resume(returning: .never(.cancelled, "cancelled", at: now))
    }
    switch prepare(errand) {
    case .failure(let failure):
      continuation.resume(returning: .never(failure, at: now))
    case .success(let transfer):
      transfer.begin(ticket.number, at: now, continuation)
      active[ticket.number] = transfer
      if curl_multi_add_handle(multi, transfer.easy) != CURLM_OK {
        finish(transfer, with: .code(CURLE_FAILED_INIT))
      }
    }
  }

  func cancel(_ ticket: Ticket) {
    if let transfer = active[ticket.number] { finish(transfer, with: .cancelled) }
  }

  // MARK: the loop's calls

  func timeOut() {
    deadline = .max
    act(CURL_SOCKET_TIMEOUT, 0)
  }

  func ready(_ descriptor: Int32, _ events: UInt32) {
    var mask: Int32 = 0
    if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { mask |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { mask |= CURL_CSELECT_OUT }
    if events & EPOLLERR.rawValue != 0 { mask |= CURL_CSELECT_ERR }
    act(descriptor, mask)
  }

  private func act(_ descriptor: Int32, _ mask: Int32) {
    var running: Int32 = 0
    curl_multi_socket_action(multi, descriptor, mask, &running)
    var left: Int32 = 0
    guard var message = curl_multi_info_read(multi, &left) else { return }
    let seen = MonotonicClock.now()
    while true {
      if message.pointee.msg == CURLMSG_DONE,
        let transfer = Transfer.of(message.pointee.easy_handle)
      {
        finish(transfer, with: .code(ccurl_message_result(message)), at: seen)
      }
      guard let next = curl_multi_info_read(multi, &left) else { return }
      message = next
    }
  }

  // MARK: transfers

  private func prepare(_ errand: Errand) -> Result<Transfer, TransportFailure> {
    guard let transfer = idle.popLast() ?? Transfer(options: options) else {
      return .failure(TransportFailure(kind: .other, wasSent: false, detail: "no memory"))
    }
    do throws(TransportFailure) {
      switch errand {
      case .reach(let url, let connection, let timeout):
        try transfer.configure(reaching: url, by: connection, timeout: timeout)
      case .request(let request, let session):
        try transfer.configure(for: request)
        try sessions.attach(session, to: transfer)
      }
      return .success(transfer)
    } catch {
      recycle(transfer)
      return .failure(error)
    }
  }

  private func finish(
    _ transfer: Transfer, with end: Transfer.End, at moment: Instant = MonotonicClock.now()
  ) {
    guard let continuation = transfer.end() else { return }
    active[transfer.number] = nil
    let exchange = transfer.exchange(end, received: moment)
    // A handle taken out in mid-transfer closes its connection: a late answer has no reader.
    curl_multi_remove_handle(multi, transfer.easy)
    sessions.detach(transfer)
    recycle(transfer)
    continuation.resume(returning: exchange)
  }

  private func recycle(_ transfer: Transfer) {
    transfer.clear()
    if transfer.isReusable, idle.count < Self.idleHandles { idle.append(transfer) }
  }

  // MARK: libcurl's calls

  private static let onSocket: curl_socket_callback = { _, descriptor, what, user, _ in
    guard let user else { return 0 }
    let engine = Unmanaged<Engine>.fromOpaque(user).takeUnretainedValue()
    var events: UInt32 = 0
    if what == CURL_POLL_IN || what == CURL_POLL_INOUT { events |= EPOLLIN.rawValue }
    if what == CURL_POLL_OUT || what == CURL_POLL_INOUT { events |= EPOLLOUT.rawValue }
    engine.core?.poller.watch(descriptor, for: events)
    return 0
  }

  private static let onTimer: curl_multi_timer_callback = { _, milliseconds, user in
    guard let user else { return 0 }
    let engine = Unmanaged<Engine>.fromOpaque(user).takeUnretainedValue()
    engine.deadline =
      milliseconds < 0
      ? .max : MonotonicClock.now().nanoseconds + Int64(milliseconds) * 1_000_000
    return 0
  }
}
