import LinkageCore

/// The completions of one step, in order, with their positions in the history. They stay there: copies
/// would take as much memory again.
struct StepCompletions: RandomAccessCollection, Sendable {
  private let events: [Event]
  /// Most steps have one.
  private var first: Int?
  private var others: [Int] = []

  init(in events: [Event]) { self.events = events }

  var startIndex: Int { 0 }
  var endIndex: Int { first == nil ? 0 : others.count + 1 }

  subscript(index: Int) -> (position: Int, completion: Completion) {
    let position = index == 0 ? first : others[index - 1]
    guard let position, case .completed(let completion) = events[position].kind else {
      preconditionFailure("only completions are appended, and looked for where one is")
    }
    return (position, completion)
  }

  /// - Parameter position: of a completion.
  mutating func append(_ position: Int) {
    if first == nil { first = position } else { others.append(position) }
  }
}
