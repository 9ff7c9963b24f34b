/// A run as it happened: what a verdict is a pure function of.
public struct History: Sendable, Hashable {
  public var header: RunHeader
  public var outline: Outline
  public var events: [Event]

  public init(header: RunHeader, outline: Outline, events: [Event]) {
    self.header = header
    self.outline = outline
    self.events = events
  }
}
