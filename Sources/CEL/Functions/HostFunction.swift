public import Values

/// A function that the program using expressions gives to them.
public struct HostFunction: Sendable {
  public typealias Body = @Sendable (_ arguments: [Value]) throws(HostError) -> Value

  /// An identifier, or several with dots between them: `fake.phone`.
  public let name: String
  /// How many arguments may stand in the parentheses.
  public let arities: ClosedRange<Int>
  /// Whether it is called on a value: `text.extract(pattern)`. The value is then the first of the
  /// body's arguments and does not count towards the arity.
  public let receiver: Bool
  /// The type of what it gives, as far as that is known before it is called.
  public let result: StaticType
  let body: Body

  public init(
    name: String, arity: Int, receiver: Bool = false, result: StaticType = .dyn,
    body: @escaping Body
  ) {
    self.init(name: name, arities: arity...arity, receiver: receiver, result: result, body: body)
  }

  public init(
    name: String, arities: ClosedRange<Int>, receiver: Bool = false, result: StaticType = .dyn,
    body: @escaping Body
  ) {
    self.name = name
    self.arities = arities
    self.receiver = receiver
    self.result = result
    self.body = body
  }
}
