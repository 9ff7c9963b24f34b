/// State that only the loop's thread may touch.
///
/// Sendable although `State` is not: `value` can be read on the loop's thread alone, which the
/// precondition enforces, so two threads never reach the state. The last reference to the state
/// may go away on any thread: its `deinit` must not touch what belongs to the loop.
struct LoopBound<State: AnyObject>: @unchecked Sendable {
  private let inbox: LoopInbox
  private let state: State

  init(_ state: State, inbox: LoopInbox) {
    self.state = state
    self.inbox = inbox
  }

  var value: State {
    precondition(inbox.isCurrent, "loop state used off its thread")
    return state
  }
}
