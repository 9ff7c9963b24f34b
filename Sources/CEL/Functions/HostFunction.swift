public import Values

/// A function that the program using expressions gives to them.
public struct HostFunction: Sendable {
  public typealias Body = @Sendable (_ arguments: [Value]) throws(HostError) -> Value
  /// What functions of one place of use work on, such as its source of random choices.
  public typealias Subject = AnyObject & Sendable
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
  let body: @Sendable ((any Subject)?, _ arguments: [Value]) throws(HostError) -> Value

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
    self.body = { (_, arguments) throws(HostError) in try body(arguments) }
  }

  /// One that works on the subject that `Functions.on(_:)` was given, so that every place of use can
  /// share it. Without one of that type it has no value.
  public init<Given: Subject>(
    name: String, arity: Int, on type: Given.Type,
    body: @escaping @Sendable (Given, _ arguments: [Value]) throws(HostError) -> Value
  ) {
    self.name = name
    arities = arity...arity
    receiver = false
    result = .dyn
    check = nil
    self.body = { (subject, arguments) throws(HostError) in
      guard let given = subject as? Given else {
        throw HostError(code: "no-subject", message: "it has nothing to work on here")
      }
      return try body(given, arguments)
    }
  }
}
