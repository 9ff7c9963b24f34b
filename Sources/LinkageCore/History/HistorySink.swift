/// Takes the events of a run, in order, from any thread.
public protocol HistorySink: Sendable {
  func append(_ event: Event)
}
