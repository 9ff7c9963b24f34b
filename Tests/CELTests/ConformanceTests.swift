import CEL
import Foundation
import Testing
import Values

@Suite("conformance with CEL's own suite")
struct ConformanceTests {
  /// A case whose value was read wrongly, and the value that the suite's source has. The source is
  /// protobuf text, where `\?` stands for `?`; a reader that does not know that escape keeps the
  /// backslash. The case's expression has none, nor does the same text as a string literal, and the
  /// suite has since replaced such `\?` elsewhere for that reason (google/cel-spec, 40e3bde).
  static let corrected: [String: Value] = [
    "bytes_literals/triple_single_quoted_unescaped_punctuation": .bytes(Array(" ? \" ' ` ".utf8))
  ]

  @Test("every case gives the expected value or an error", .enabled(if: Conformance.folder != nil))
  func allCases() throws {
    let cases = try Conformance.cases()
    let failures = cases.compactMap { file, testCase in
      testCase.failure(expecting: Self.corrected[testCase.name]).map { "\(file): \($0)" }
    }
    print("CEL conformance: \(cases.count - failures.count) of \(cases.count)")
    #expect(!cases.isEmpty)
    #expect(failures == [])
  }

  @Test(
    "a question mark in a literal is one, whether escaped or not",
    arguments: [
      ("b''' ? \" ' ` '''", .bytes(Array(" ? \" ' ` ".utf8))),
      ("b''' \\? \" ' ` '''", .bytes(Array(" ? \" ' ` ".utf8))),
      ("b\"\"\" ? ' ` \"\"\"", .bytes(Array(" ? ' ` ".utf8))),
      ("b''' \\\\? '''", .bytes(Array(" \\? ".utf8))),
      ("br''' \\? '''", .bytes(Array(" \\? ".utf8))),
      ("''' ? \" ' ` '''", " ? \" ' ` "),
    ] as [(String, Value)])
  func unescapedPunctuation(_ source: String, _ expected: Value) throws {
    #expect(try Expression(source).evaluate(in: Scope()) == expected)
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
  func failure(expecting corrected: Value?) -> String? {
    let source = data["expr"]?.stringValue ?? ""
    let outcome = self.outcome(of: source)
    guard data["error"]?.boolValue != true else {
      return (try? outcome.get()).map { "\(name): \(source) gives \($0) instead of an error" }
    }
    let expected = corrected ?? data["value"].map(Self.untyped)
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
