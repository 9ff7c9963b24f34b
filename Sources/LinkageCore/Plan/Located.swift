public import CEL

/// An expression of a file, with where it stands.
public struct Located: Sendable {
  public var expression: Expression
  public var place: Place

  public init(expression: Expression, place: Place) {
    self.expression = expression
    self.place = place
  }
}
