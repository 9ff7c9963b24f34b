import CEL
import Testing
import Values

@Suite("host functions")
struct HostFunctionTests {
  private static let functions = Functions.standard.adding([
    HostFunction(name: "fake.phone", arity: 0) { _ throws(HostError) in "13800000000" },
    HostFunction(name: "double", arity: 2) { arguments throws(HostError) in
      .list(arguments + arguments)
    },
    HostFunction(name: "extract", arity: 1, receiver: true) { arguments throws(HostError) in
      guard let text = arguments[0].stringValue, let source = arguments[1].stringValue,
        let match = try? Pattern(source).firstMatch(in: text), let group = match.captures.first
      else { throw HostError(code: "no-match", message: "the pattern does not match") }
      return .string(group?.text ?? "")
    },
  ])

  private func value(_ source: String, _ variables: [String: Value] = [:]) throws -> Value {
    let scope = Scope(variables: variables, functions: Self.functions)
    return try Expression(source).evaluate(in: scope)
  }

  @Test("a dotted name is a function where its first part is no variable")
  func dottedName() throws {
    #expect(try value("fake.phone() + '!'") == "13800000000!")
    let error = #expect(throws: EvaluationError.self) { try value("fake.phone()", ["fake": 1]) }
    #expect(error?.kind == .unknownFunction(name: "phone", nearest: "fake.phone"))
  }

  @Test("a receiver is the first argument")
  func receiver() throws {
    #expect(try value("text.extract('id=([0-9]+)')", ["text": "id=42"]) == "42")
    #expect(try value("'id=42'.extract('id=([0-9]+)')") == "42")
  }

  @Test("a host function's error comes out with its place and can be absorbed")
  func hostError() throws {
    let error = #expect(throws: EvaluationError.self) { try value("1 == 1 && 'x'.extract('y')") }
    let expected = HostError(code: "no-match", message: "the pattern does not match")
    #expect(error?.kind == .host(function: "extract", error: expected))
    #expect(error?.range == 10..<26)
    #expect(try value("true || 'x'.extract('y')") == true)
  }

  @Test("a mistyped name gets the nearest one as a hint")
  func nearest() {
    let error = #expect(throws: EvaluationError.self) { try value("fake.phon()") }
    #expect(error?.kind == .unknownFunction(name: "fake.phon", nearest: "fake.phone"))
  }

  @Test("a host function stands beside a standard one of another arity")
  func overload() throws {
    #expect(try value("double(1, 2)") == [1, 2, 1, 2])
    #expect(try value("double(1)") == 1.0)
    let error = #expect(throws: EvaluationError.self) { try value("double()") }
    #expect(error?.kind == .argumentCount(function: "double", given: 0, allowed: [1, 2]))
  }

  @Test(
    "a literal that a function never takes is found by the type check, at its place",
    arguments: [
      ("x.pick('bad')", 7..<12), ("'a'.pick('bad') == '' || x", 9..<14), ("pick(x, 'bad')", 8..<13),
      ("ns.pick(x, 'bad')", 11..<16), ("[x].map(y, y.pick('bad'))", 18..<23),
    ])
  func checkedLiterals(_ source: String, _ range: Range<Int>) throws {
    let problems = try Self.problems(source)
    let error = HostError(code: "pick", message: "bad is none", chinese: "bad 无效")
    #expect(
      problems == [
        TypeProblem(kind: .host(function: Self.name(source), error: error), range: range)
      ])
    #expect(problems.first?.message(in: .english) == "\(Self.name(source)): bad is none")
    #expect(problems.first?.message(in: .chinese) == "\(Self.name(source))：bad 无效")
  }

  @Test(
    "what is no literal or may be right is left alone",
    arguments: ["x.pick('good')", "x.pick(x)", "'bad'.pick('good')", "x.pick('b' + 'ad')"])
  func leftAlone(_ source: String) throws { #expect(try Self.problems(source) == []) }

  private static func name(_ source: String) -> String {
    source.hasPrefix("ns.") ? "ns.pick" : "pick"
  }

  private static func problems(_ source: String) throws -> [TypeProblem] {
    @Sendable func check(_ literals: [Value?]) -> HostFunction.ArgumentProblem? {
      guard literals.count == 2, literals[1] == "bad" else { return nil }
      let error = HostError(code: "pick", message: "bad is none", chinese: "bad 无效")
      return HostFunction.ArgumentProblem(argument: 1, error: error)
    }
    let picks = [("pick", 1, true), ("pick", 2, false), ("ns.pick", 2, false)].map {
      HostFunction(name: $0.0, arity: $0.1, receiver: $0.2, check: check) {
        (_: [Value]) throws(HostError) -> Value in "picked"
      }
    }
    return try Expression(source).checked(
      variables: { $0 == "x" ? .dyn : nil }, functions: .standard.adding(picks)
    ).problems
  }

  @Test("a function's namespace is no reference")
  func namespaces() throws {
    let expression = try Expression("fake.phone() == actor.phone.trim()")
    #expect(
      expression.references(knowing: Self.functions).map(\.path) == [["actor", "phone"]])
  }
}
