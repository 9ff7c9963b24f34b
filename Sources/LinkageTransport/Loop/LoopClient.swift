/// What a loop serves beside jobs and timers; called on its thread.
protocol LoopClient: AnyObject {
  /// When `timeOut` is wanted, in nanoseconds; 0 at once, `Int64.max` never.
  var deadline: Int64 { get }
  func timeOut()
  func ready(_ descriptor: Int32, _ events: UInt32)
}
