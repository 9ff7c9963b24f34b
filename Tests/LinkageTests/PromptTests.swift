import Foundation
import Testing

@Suite("The prompt at a terminal")
struct PromptTests {
  @Test("Ctrl-C ends it with a new line", arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func interrupted(signal: Int32, code: Int) async throws {
    let folder = try Folder()
    let terminal = try Terminal()
    let prompt = try Self.prompt(at: terminal, in: folder)
    try await eventually("a prompt") { try folder.read("errors").hasSuffix("> ") }
    prompt.send(signal)
    try await eventually("the end") { prompt.status != nil }
    #expect(prompt.status == Int32(code))
    #expect(try folder.read("errors").hasSuffix("> \n"))
  }

  @Test("keys that move a cursor are no part of an expression")
  func keys() async throws {
    let folder = try Folder()
    let terminal = try Terminal()
    let prompt = try Self.prompt(at: terminal, in: folder)
    terminal.type("\u{1B}[A\n1 \u{1B}[D\u{1B}[1;5C+ 2\u{1B}OH\n\u{1B}[3~'a'\n:quit\n")
    try await eventually("the end") { prompt.status != nil }
    #expect(try folder.read("output") == "3\n\"a\"\n")
    #expect(prompt.status == 0)
  }

  private static func prompt(at terminal: Terminal, in folder: Folder) throws -> Child {
    try Child(
      [Binary.path, "eval"], in: folder.url.path, environment: ["LANG": "C.UTF-8"],
      input: terminal.path, output: folder.url.appendingPathComponent("output").path,
      errors: folder.url.appendingPathComponent("errors").path)
  }
}
