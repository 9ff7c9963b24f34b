public import Values

/// A function that the program using expressions gives to them.
public struct HostFunction: Sendable {
  public typealias Body = @Sendable (_ arguments: [Value]) throws(HostError) -> Value
  /// Why arguments that stand in an expression as literals cannot be right, whatever the others are.
  /// Others are `nil`; the first is the receiver where there is one.
  public typealias Check = @Sendable (_ literals: [Value?]) -> ArgumentProblem?

  /// What is wrong with an argument, counted from 0, the receiver too.
  public struct ArgumentProblem: Sendable, Hashable {
    public let argument: Int
    public let error: HostError

    public init(argument: Int, error: HostError) {
      self.argument = argument
      self.error = error
    }
  }

  /// An identifier, or several with dots between them: `fake.phone`.
  public let name: String
  /// How many arguments may stand in the parentheses.
  public let arities: ClosedRange<Int>
  /// Whether it is called on a value: `text.extract(pattern)`. The value is then the first of the
  /// body's arguments and does not count towards the arity.
  public let receiver: Bool
  /// The type of what it gives, as far as that is known before it is called.
  public let result: StaticType
  let check: Check?
  let body: Body

  public init(
    name: String, arity: Int, receiver: Bool = false, result: StaticType = .dyn,
    check: Check? = nil, body: @escaping Body
  ) {
    self.init(
      name: name, arities: arity...arity, receiver: receiver, result: result, check: check,
      body: body)
  }

  /// - Parameter check: finds, before anything runs, literals that the body refuses in any case.
  public init(
    name: String, arities: ClosedRange<Int>, receiver: Bool = false, result: StaticType = .dyn,
    check: Check? = nil, body: @escaping Body
  ) {
    self.name = name
    self.arities = arities
    self.receiver = receiver
    self.result = result
    self.check = check
    self.body = body
  }
}
