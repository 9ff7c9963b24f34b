public import Values

/// One row of a scenario's `matrix`; expressions see it as `row`.
public struct Row: Sendable, Hashable {
  /// `level=gold, side=web`: the same in every run.
  public var label: String
  public var values: ValueMap

  public init(label: String, values: ValueMap) {
    self.label = label
    self.values = values
  }
}
