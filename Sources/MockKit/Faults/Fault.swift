/// Something that goes wrong with what two systems tell each other, or with one of them.
package struct Fault: Sendable, Equatable {
  /// Empty until a book takes it: then it is numbered, such as `drop-1`.
  package var id = ""
  /// The name of its kind.
  package var type: String
  package var link = FaultLink.both
  /// Where its kind can set in at several places; otherwise where that does by itself.
  package var stage: FaultStage?
  package var match = FaultMatch()
  /// Of firing, for each that is picked; 0 to 1.
  package var probability = 1.0
  /// How often it fires at most.
  package var count: Int?
  /// How many that it would pick go by first.
  package var after: Int?
  /// On the mocks' clock, from when it was added; then it is over.
  package var ttl: Duration?
  /// What is set of the kind's attributes.
  package var attributes: [String: FaultValue] = [:]

  package init(
    _ type: String, id: String = "", link: FaultLink = .both, stage: FaultStage? = nil,
    match: FaultMatch = FaultMatch(), probability: Double = 1, count: Int? = nil,
    after: Int? = nil, ttl: Duration? = nil, attributes: [String: FaultValue] = [:]
  ) {
    self.id = id
    self.type = type
    self.link = link
    self.stage = stage
    self.match = match
    self.probability = probability
    self.count = count
    self.after = after
    self.ttl = ttl
    self.attributes = attributes
  }
}

/// What an attribute is set to, or what its kind sets it to.
extension Fault {
  package var kind: FaultKind? { Faults.named(type) }

  private func value(_ name: String) -> FaultValue? {
    attributes[name] ?? kind?.attributes.first { $0.name == name }?.standard
  }

  package func duration(_ name: String) -> Duration { value(name)?.duration ?? .zero }

  package func latency(_ name: String) -> LinkLatency { value(name)?.latency ?? .zero }

  package func number(_ name: String) -> Int {
    guard case .number(let number)? = value(name) else { return 0 }
    return Int(number)
  }
}
