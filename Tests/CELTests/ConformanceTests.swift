import CEL
import Foundation
import Testing
import Values

@Suite("conformance with CEL's own suite")
struct ConformanceTests {
  /// The case expects a backslash that its source does not contain; the same text as a string
  /// literal is expected without it, and other implementations skip the case too.
  static let contradictory: Set = ["bytes_literals/triple_single_quoted_unescaped_punctuation"]

  @Test("every case gives the expected value or an error", .enabled(if: Conformance.folder != nil))
  func allCases() throws {
    let cases = try Conformance.cases()
    let failures = cases.compactMap { file, testCase in
      testCase.failure.map { (testCase.name, "\(file): \($0)") }
    }
    print("CEL conformance: \(cases.count - failures.count) of \(cases.count)")
    #expect(!cases.isEmpty)
    #expect(failures.filter { !Self.contradictory.contains($0.0) }.map(\.1) == [])
  }
}

/// The cases beside the checkout.
enum Conformance {
  static let folder: String? = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/conformance/cel").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }()

  static func cases() throws -> [(file: String, testCase: ConformanceCase)] {
    guard let folder else { return [] }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try files.filter { $0.hasSuffix(".json") }.sorted().flatMap { file in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
      let list = try #require(try Value(jsonBytes: bytes).listValue)
      return list.map { (file, ConformanceCase($0)) }
    }
  }
}

struct ConformanceCase {
  let data: Value

  init(_ data: Value) { self.data = data }

  var name: String { "\(data["section"]?.stringValue ?? "")/\(data["name"]?.stringValue ?? "")" }

  /// What is wrong; nil when all is right.
  var failure: String? {
    let source = data["expr"]?.stringValue ?? ""
    let outcome = self.outcome(of: source)
    guard data["error"]?.boolValue != true else {
      return (try? outcome.get()).map { "\(name): \(source) gives \($0) instead of an error" }
    }
    let expected = data["value"].map(Self.untyped)
    if case .success(let value) = outcome, value == expected { return nil }
    return "\(name): \(source) gives \(outcome) instead of \(expected ?? .null)"
  }

  private func outcome(of source: String) -> Result<Value, any Error> {
    var variables: [String: Value] = [:]
    for (key, value) in data["bindings"]?.mapValue ?? [:] {
      variables[key.stringValue ?? ""] = Self.untyped(value)
    }
    return Result { try Expression(source).evaluate(in: Scope(variables: variables)) }
  }

  /// The value that a typed value of the suite stands for.
  static func untyped(_ typed: Value) -> Value { (try? TypedValue.decode(typed)) ?? .null }
}
