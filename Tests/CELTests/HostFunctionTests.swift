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

  @Test("a function's namespace is no reference")
  func namespaces() throws {
    let expression = try Expression("fake.phone() == actor.phone.trim()")
    #expect(
      expression.references(knowing: Self.functions).map(\.path) == [["actor", "phone"]])
  }
}
