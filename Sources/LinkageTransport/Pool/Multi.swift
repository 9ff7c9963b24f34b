import CCurl
import CLoop
import LinkageCore

/// One of libcurl's multi handles: connections, and the transfers that use them. Belongs to the
/// loop's thread.
///
/// libcurl looks for a free connection by walking along all that lead to the same host: with
/// thousands in one multi handle most of the time goes there. So a multi handle has few, and a pool
/// has many multi handles.
final class Multi {
  /// How many transfers one multi handle takes before the next is used.
  static let capacity = 128
  /// More connections than this are not kept when they are idle.
  private static let idleConnections = 2 * capacity
  /// Servers commonly allow so many, too.
  private static let streams = 100

  /// When libcurl's time-outs want to be served, in nanoseconds; `Int64.max` when never.
  private(set) var deadline = Int64.max
  private(set) var active = 0
  private let handle: UnsafeMutableRawPointer
  private unowned let watcher: any SocketWatcher

  /// `connections`: at most so many, in use or idle; further transfers wait.
  init?(watcher: any SocketWatcher, connections: Int?) {
    guard let handle = curl_multi_init() else { return nil }
    self.handle = handle
    self.watcher = watcher
    let user = Unmanaged.passUnretained(self).toOpaque()
    _ = ccurl_multi_set_on_socket(handle, Self.onSocket, user)
    _ = ccurl_multi_set_on_timer(handle, Self.onTimer, user)
    _ = ccurl_multi_set_long(handle, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
    _ = ccurl_multi_set_long(handle, CURLMOPT_MAX_CONCURRENT_STREAMS, Self.streams)
    _ = ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, Self.idleConnections)
    if let connections {
      _ = ccurl_multi_set_long(handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
    }
  }

  /// Closes all connections; no transfer may be left.
  func close() { curl_multi_cleanup(handle) }

  func add(_ transfer: Transfer) -> Bool {
    guard curl_multi_add_handle(handle, transfer.easy) == CURLM_OK else { return false }
    transfer.multi = self
    active += 1
    return true
  }

  /// A handle taken out in mid-transfer closes its connection, or its stream of HTTP/2: a late
  /// answer has no reader.
  func remove(_ transfer: Transfer) {
    curl_multi_remove_handle(handle, transfer.easy)
    transfer.multi = nil
    active -= 1
  }

  func timeOut(_ ended: (Transfer, CURLcode) -> Void) {
    deadline = .max
    act(CURL_SOCKET_TIMEOUT, 0, ended)
  }

  func ready(_ descriptor: Int32, _ events: UInt32, _ ended: (Transfer, CURLcode) -> Void) {
    var mask: Int32 = 0
    if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { mask |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { mask |= CURL_CSELECT_OUT }
    if events & EPOLLERR.rawValue != 0 { mask |= CURL_CSELECT_ERR }
    act(descriptor, mask, ended)
  }

  private func act(
    _ descriptor: Int32, _ mask: Int32, _ ended: (Transfer, CURLcode) -> Void
  ) {
    var running: Int32 = 0
    curl_multi_socket_action(handle, descriptor, mask, &running)
    var left: Int32 = 0
    while let message = curl_multi_info_read(handle, &left) {
      if message.pointee.msg == CURLMSG_DONE,
        let transfer = Transfer.of(message.pointee.easy_handle)
      {
        ended(transfer, ccurl_message_result(message))
      }
    }
  }

  // MARK: libcurl's calls

  private static let onSocket: curl_socket_callback = { _, descriptor, what, user, _ in
    guard let user else { return 0 }
    let multi = Unmanaged<Multi>.fromOpaque(user).takeUnretainedValue()
    var events: UInt32 = 0
    if what == CURL_POLL_IN || what == CURL_POLL_INOUT { events |= EPOLLIN.rawValue }
    if what == CURL_POLL_OUT || what == CURL_POLL_INOUT { events |= EPOLLOUT.rawValue }
    multi.watcher.watch(descriptor, for: events, by: multi)
    return 0
  }

  private static let onTimer: curl_multi_timer_callback = { _, milliseconds, user in
    guard let user else { return 0 }
    let multi = Unmanaged<Multi>.fromOpaque(user).takeUnretainedValue()
    multi.deadline =
      milliseconds < 0
      ? .max
      : milliseconds == 0 ? 0 : MonotonicClock.now().nanoseconds + Int64(milliseconds) * 1_000_000
    return 0
  }
}
