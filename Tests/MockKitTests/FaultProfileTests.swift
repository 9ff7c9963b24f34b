import Foundation
import MockKit
import Testing

@Suite struct FaultProfileTests {
  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "mocks/faults")
  }

  @Test("each bundled profile is valid, says what it is for in both languages, and breaks nothing")
  func bundled() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 4)
    for file in files {
      let profile = try FaultProfile(yaml: try String(contentsOf: file, encoding: .utf8))
      #expect(!profile.faults.isEmpty && profile.about?.en != profile.about?.zh, "\(file)")
      #expect(profile.about != nil)
      #expect(profile.faults.allSatisfy { $0.kind?.family != .defect }, "\(file)")
    }
  }

  @Test("a profile may be JSON, and need not say what it is for")
  func json() throws {
    let profile = try FaultProfile(yaml: #"{"faults": [{"type": "drop", "count": 2}]}"#)
    #expect(profile.faults == [Fault("drop", count: 2)] && profile.about == nil)
  }

  @Test(
    "what is wrong is named with its line",
    arguments: [
      (
        "faults:\n  - type: drop\n  - type: dorp\n", 3,
        "There is no fault \"dorp\"; did you mean `drop`?"
      ),
      (
        "faults:\n  - type: drop\n    match:\n      atempt: 2\n", 4,
        "There is no key `match.atempt`; did you mean `attempt`?"
      ),
      (
        "faults:\n  - { type: abort,\n      attributes: { status: 200 } }\n", 3,
        "Expected `attributes.status` to be a whole number from 500 to 599; found 200."
      ),
      (
        "# none\nfault:\n  - type: drop\n", 2, "There is no key `fault`; did you mean `faults`?"
      ),
      ("about: x\n", 1, "Expected a list `faults`, such as `faults: [{ type: drop }]`."),
      ("", 1, "Expected a list `faults`, such as `faults: [{ type: drop }]`."),
      (
        "faults:\n  - { id: a, type: drop }\n  - { id: a, type: timeout }\n", 3,
        "There is a fault \"a\" already; choose another `id` or leave it out."
      ),
      ("faults:\n  - drop\n", 2, "Expected a fault, an object such as {\"type\": \"drop\"}."),
    ])
  func wrong(yaml: String, line: Int, sentence: String) {
    let error = #expect(throws: FaultProfileError.self) { try FaultProfile(yaml: yaml) }
    #expect(error?.line == line && error?.text.en == sentence)
  }

  @Test("what is no YAML is said with its line")
  func noYAML() {
    let error = #expect(throws: FaultProfileError.self) {
      try FaultProfile(yaml: "faults:\n  - {type: drop\n  - x: [\n")
    }
    #expect(error?.text.en.hasPrefix("This is no YAML: ") == true && error?.line ?? 0 >= 3)
  }
}
