/// Who is told of libcurl's sockets; called on the loop's thread.
protocol SocketWatcher: AnyObject {
  /// 0 ends it.
  func watch(_ descriptor: Int32, for events: UInt32, by multi: Multi)
  func opened(_ descriptor: Int32)
  func closed(_ descriptor: Int32)
}
