import CCurl
import Glibc
import LinkageCore

/// All transfers of one loop; belongs to its thread.
final class Engine: LoopClient {
  typealias Continuation = UnsafeContinuation<HTTPExchange, Never>

  let sessions = Sessions()
  private let routes: Routes
  private let options: TransportOptions
  private var core: LoopCore?
  private var active = Slots()
  private var deadlines = Deadlines()
  /// Whose each descriptor is, by its number.
  private var owners: [Multi?] = []
  private var isOpen = true

  /// With more than this in flight handles get smaller buffers.
  private static let crowd = 128

  init(options: TransportOptions) throws(LoopError) {
    guard Self.isCurlReady else { throw LoopError.noCurl }
    self.options = options
    routes = Routes(options: options)
  }

  private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  var usage: Usage {
    Usage(inFlight: active.count, idleHandles: routes.idleHandles, sessions: sessions.count)
  }

  func open(on core: LoopCore) {
    self.core = core
    core.client = self
  }

  func close() {
    guard isOpen else { return }
    isOpen = false
    for transfer in active.all { finish(transfer, with: .cancelled) }
    sessions.closeAll()
    routes.close()
    deadlines = Deadlines()
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
      transfer.place = active.add(transfer)
      ticket.place = transfer.place
      add(transfer, now)
    }
  }

  func cancel(_ ticket: Ticket) {
    guard let transfer = active[ticket.place], transfer.number == ticket.number else { return }
    finish(transfer, with: .cancelled)
  }

  // MARK: the loop's calls

  var deadline: Int64 { min(deadlines.first, routes.deadline) }

  func timeOut() {
    let now = MonotonicClock.now()
    for multi in routes.multis where multi.deadline <= now.nanoseconds {
      multi.timeOut { finish($0, with: .code($1)) }
    }
    while let transfer = deadlines.popDue(now.nanoseconds, in: active) {
      let due = transfer.due(now)
      if due.moment > now {
        deadlines.add(transfer, at: due.moment.nanoseconds)
      } else {
        finish(transfer, with: .timedOut(due.which))
      }
    }
  }

  func ready(_ descriptor: Int32, _ events: UInt32) {
    guard Int(descriptor) < owners.count, let multi = owners[Int(descriptor)] else { return }
    multi.ready(descriptor, events) { finish($0, with: .code($1)) }
  }

  // MARK: transfers

  private func prepare(_ errand: Errand) -> Result<Transfer, TransportFailure> {
    let route = routes.route(for: errand.connection)
    let idle = route.transfer()
    let isCrowded = active.count >= Self.crowd
    guard
      let transfer = idle
        ?? Transfer(route: route, engine: self, options: options, isCrowded: isCrowded)
    else { return .failure(.noMemory) }
    do throws(TransportFailure) {
      switch errand {
      case .reach(let url, _, let timeout):
        try transfer.configure(reaching: url, timeout: timeout)
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

  private func add(_ transfer: Transfer, _ now: Instant) {
    guard let multi = routes.multi(of: transfer.route, for: self), multi.add(transfer) else {
      return finish(transfer, with: .code(CURLE_FAILED_INIT))
    }
    deadlines.tidy(active)
    deadlines.add(transfer, at: transfer.due(now).moment.nanoseconds)
  }

  private func finish(_ transfer: Transfer, with end: Transfer.End) {
    guard let continuation = transfer.end() else { return }
    let moment = MonotonicClock.now()
    active.remove(transfer.place)
    let exchange = transfer.exchange(end, received: moment)
    transfer.multi?.remove(transfer)
    sessions.detach(transfer)
    recycle(transfer)
    continuation.resume(returning: exchange)
  }

  private func recycle(_ transfer: Transfer) {
    transfer.clear()
    if isOpen { transfer.route.recycle(transfer) }
  }
}

extension Engine: SocketWatcher {
  func watch(_ descriptor: Int32, for events: UInt32, by multi: Multi) {
    let index = Int(descriptor)
    while owners.count <= index { owners.append(nil) }
    owners[index] = events == 0 ? nil : multi
    core?.poller.watch(descriptor, for: events)
  }

  func opened(_ descriptor: Int32) { core?.poller.opened(descriptor) }

  func closed(_ descriptor: Int32) { core?.poller.closed(descriptor) }
}

extension TransportFailure {
  fileprivate static let noMemory = TransportFailure(
    kind: .other, wasSent: false, detail: "no memory")
}
