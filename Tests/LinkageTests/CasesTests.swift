import Foundation
import Testing

/// The keys of the language, each in a journey that passes, one that fails, and one that is wrong.
@Suite("A key of the language", .timeLimit(.minutes(5)))
struct CasesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: String
    var name: String
    var testDescription: String { "\(kind)/\(name)" }
  }

  @Test("holds in a journey that passes", arguments: Cases.all("passing"))
  func passing(case item: Case) async throws {
    let result = try await Cases.run(item)
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    try Cases.expect(result.output, is: item)
  }

  @Test("is told well where the journey fails", arguments: Cases.all("failing"))
  func failing(case item: Case) async throws {
    let result = try await Cases.run(item)
    #expect(result.code == (Cases.inconclusive.contains(item.name) ? 5 : 1))
    try Cases.expect(result.output, is: item)
  }

  @Test("is explained where the file is wrong", arguments: Cases.all("invalid"))
  func invalid(case item: Case) async throws {
    let result = try await Cases.run(item)
    #expect(result.code == 2, "\(result.output)\(result.errors)")
    try Cases.expect(result.errors, is: item)
  }

  @Test("has a case of each kind")
  func complete() {
    let names = { Set(Cases.all($0).map(\.name)) }
    #expect(names("passing") == names("failing"))
    #expect(names("passing") == names("invalid"))
    #expect(names("passing").isSuperset(of: Cases.keys))
  }
}

/// The files in `Cases`, with the output that each must give beside it.
enum Cases {
  static let keys: Set<String> = [
    "use", "matrix", "together", "parity", "until", "stays", "fails", "may_fail", "soft", "let",
    "when", "repeat", "exclusive", "finally", "hold", "stop_if",
  ]

  /// What these show is that a check could not be made.
  static let inconclusive: Set<String> = ["let", "when"]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  static func all(_ kind: String) -> [CasesTests.Case] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(kind).path)
    return (files ?? []).sorted().filter { $0.hasSuffix(".yaml") }
      .map { CasesTests.Case(kind: kind, name: String($0.dropLast(5))) }
  }

  static func run(_ item: CasesTests.Case) async throws -> Binary.Result {
    let home = try Folder()
    for name in ["flows", item.kind] {
      try FileManager.default.copyItem(
        at: folder.appendingPathComponent(name), to: home.url.appendingPathComponent(name))
    }
    return try await Binary.run(
      ["run", "\(item.kind)/\(item.name).yaml", "--lang", "en", "--seed", "7"], in: home)
  }

  /// A missing output is recorded, and fails the test that recorded it.
  static func expect(_ text: String, is item: CasesTests.Case) throws {
    let file = folder.appendingPathComponent("\(item.kind)/\(item.name).out")
    let text = Golden.steady(text)
    guard FileManager.default.fileExists(atPath: file.path) else {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent): look at it")
      return
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(item)")
  }
}
