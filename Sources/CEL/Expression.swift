public import Values

/// A parsed CEL expression. Parse once, evaluate in as many scopes as needed, from any thread.
public struct Expression: Sendable {
  public let source: String
  public let limits: Limits
  /// Its free names with the fields selected from them, in source order.
  public let references: [Reference]
  /// Its calls, in source order.
  public let calledFunctions: [CalledFunction]
  let program: Program

  public init(_ source: String, limits: Limits = .default) throws(ParseError) {
    var parser = try Parser(source, limits: limits)
    try parser.parse()
    self.source = source
    self.limits = limits
    program = parser.program
    references = parser.references
    calledFunctions = parser.calledFunctions
  }

  public func evaluate(in scope: Scope) throws(EvaluationError) -> Value {
    var machine = Machine(program, scope: scope, limits: limits)
    return try machine.run().get()
  }

  /// Evaluates and tells the values of the parts that led to the result.
  public func explain(in scope: Scope) -> Explanation {
    var machine = Machine(program, scope: scope, limits: limits, isTracing: true)
    let result = machine.run()
    return Explanation(result: result, parts: machine.tracedParts(of: source))
  }
}

extension Expression {
  /// The references that are variables, given the functions: `fake` of `fake.phone()` is none when
  /// there is a function `fake.phone`.
  public func references(knowing functions: Functions) -> [Reference] {
    let namespaces = calledFunctions.filter {
      $0.qualifiedName.map { functions.hosted($0, receiver: false) != nil } ?? false
    }
    return references.filter { reference in
      !(reference.isReceiver
        && namespaces.contains { $0.range.lowerBound == reference.range.lowerBound })
    }
  }
}
