import CLoop
import Glibc

/// epoll with one timerfd and one eventfd; used by one thread.
final class Poller {
  struct Ready {
    var descriptor: Int32
    var events: UInt32
  }

  private struct Watch {
    /// 0 is nothing.
    var wanted: UInt32 = 0
    var applied: UInt32 = 0
    var isPending = false
    /// Whether its opening and closing are told.
    var isSocket = false
  }

  let wakeUp: Int32
  private let epoll: Int32
  private let timer: Int32
  /// When the timerfd goes off, in nanoseconds; `Int64.max` when it is not set.
  private var armed = Int64.max
  /// What is watched of each descriptor, by its number.
  private var watches: [Watch] = []
  private var pending: [Int] = []
  private var buffer = [epoll_event](repeating: epoll_event(), count: 256)

  init() throws(LoopError) {
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
    wakeUp = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard epoll >= 0, timer >= 0, wakeUp >= 0 else {
      let code = errno
      close()
      throw LoopError.noDescriptors(code: code)
    }
    watch(timer, for: EPOLLIN.rawValue)
    watch(wakeUp, for: EPOLLIN.rawValue)
  }

  func close() {
    for descriptor in [epoll, timer, wakeUp] where descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  /// Watches a descriptor for `events`; 0 ends it.
  ///
  /// libcurl ends its watch with each answer and begins it anew with the next request: what it
  /// wants of a socket is told to the system only before waiting, and only where it differs.
  func watch(_ descriptor: Int32, for events: UInt32) {
    let index = slot(of: descriptor)
    watches[index].wanted = events
    guard watches[index].isSocket else { return apply(index) }
    if watches[index].isPending { return }
    watches[index].isPending = true
    pending.append(index)
  }

  /// A socket was made: nothing is watched of it, whatever was of the one that had its number.
  func opened(_ descriptor: Int32) {
    let index = slot(of: descriptor)
    watches[index].isSocket = true
    watches[index].wanted = 0
    watches[index].applied = 0
  }

  /// A socket is closed, which ends what the system watched of it.
  func closed(_ descriptor: Int32) {
    let index = slot(of: descriptor)
    watches[index].isSocket = false
    watches[index].wanted = 0
    watches[index].applied = 0
  }

  private func slot(of descriptor: Int32) -> Int {
    let index = Int(descriptor)
    while watches.count <= index { watches.append(Watch()) }
    return index
  }

  private func applyPending() {
    for index in pending {
      watches[index].isPending = false
      apply(index)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func apply(_ index: Int) {
    let (old, new) = (watches[index].applied, watches[index].wanted)
    if old == new { return }
    watches[index].applied = new
    let descriptor = Int32(index)
    if new == 0 {
      _ = control(EPOLL_CTL_DEL, descriptor, 0)
      return
    }
    if control(old == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, new) { return }
    // The number was closed and given out again without a word: the other operation fits.
    _ = control(old == 0 ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, new)
  }

  /// Waits for descriptors, or until `deadline`; not at all when `mayBlock` is false.
  func wait(until deadline: Int64, mayBlock: Bool, _ ready: (Ready) -> Void) {
    applyPending()
    if mayBlock { arm(deadline) }
    let count = epoll_wait(epoll, &buffer, Int32(buffer.count), mayBlock ? -1 : 0)
    var position = 0
    while position < Int(count) {
      let event = buffer[position]
      position += 1
      switch event.data.fd {
      case timer: acknowledgeTimer()
      case wakeUp: acknowledgeWakeUp()
      case let descriptor: ready(Ready(descriptor: descriptor, events: event.events))
      }
    }
  }

  /// An earlier alarm that is no longer wanted stays: one idle round costs less than a system call
  /// for each change.
  private func arm(_ deadline: Int64) {
    guard deadline < armed else { return }
    armed = deadline
    // All zeroes would disarm it.
    let moment = max(deadline, 1)
    var setting = itimerspec()
    setting.it_value.tv_sec = Int(moment / 1_000_000_000)
    setting.it_value.tv_nsec = Int(moment % 1_000_000_000)
    timerfd_settime(timer, Int32(TFD_TIMER_ABSTIME), &setting, nil)
  }

  private func acknowledgeTimer() {
    var expirations: UInt64 = 0
    if read(timer, &expirations, 8) == 8 { armed = .max }
  }

  private func acknowledgeWakeUp() {
    var count: eventfd_t = 0
    eventfd_read(wakeUp, &count)
  }

  private func control(_ operation: Int32, _ descriptor: Int32, _ events: UInt32) -> Bool {
    var event = epoll_event()
    event.events = events
    event.data.fd = descriptor
    return epoll_ctl(epoll, operation, descriptor, &event) == 0
  }
}
