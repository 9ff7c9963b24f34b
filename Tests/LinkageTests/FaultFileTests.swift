import Foundation
import Testing

@Suite("linkage mock --faults")
struct FaultFileTests {
  @Test("the banner tells the faults, and the end what came of them, in both languages")
  func banner() async throws {
    let faults = """
      faults:
        - { type: drop, link: web->mini, probability: 0.125, match: { event: order.*, attempt: [1, 2] } }
        - { type: latency, id: slow, after: 2, count: 5, ttl: 90s, attributes: { delay: 5ms..50ms } }
      """
    for (language, lines) in Self.lines {
      let folder = try Folder()
      try faults.write(
        to: folder.url.appendingPathComponent("f.yaml"), atomically: true, encoding: .utf8)
      let process = try Running(
        ["mock", "--port", "0", "--faults", "f.yaml", "--lang", language], in: folder)
      try await eventually("the banner") { process.outputSoFar.contains("Ctrl-C") }
      process.send(SIGINT)
      let output = await process.result().output
      for line in lines { #expect(output.contains(line), "\(output)") }
    }
  }

  private static let lines = [
    "en": [
      "  drop-1  web→mini · 12.5 % · order.* attempt 1, 2\n",
      "  slow  both ways · after the first 2, at most 5 times · for 90.00 s · delay 5ms..50ms\n",
      "Fault drop-1: fired 0 of 0 times.\n",
    ],
    "zh": [
      "  drop-1  web→mini · 12.5% · order.* 第 1, 2 次\n", "  slow  双向 · 跳过前 2 次，最多 5 次 · 持续 ",
      "故障 drop-1：判定 0 次，触发 0 次。\n",
    ],
  ]

  @Test("a file is read again when it changes; one that cannot be used changes nothing")
  func reload() async throws {
    let folder = try Folder()
    try folder.write("faults: [{ type: drop }]\n", to: "f.yaml")
    let process = try Running(["mock", "--port", "0", "--faults", "f.yaml"], in: folder)
    try await eventually("the banner") { process.outputSoFar.contains("Ctrl-C") }
    try folder.write("faults:\n  - type: drop\n  - type: tiemout\n", to: "f.yaml")
    try await eventually("a complaint") { process.errorsSoFar.contains("stay as they were") }
    #expect(process.errorsSoFar.contains("f.yaml:3: There is no fault \"tiemout\""))
    try folder.write("faults:\n  - type: drop\n  - type: timeout\n", to: "f.yaml")
    try await eventually("the new faults") { process.errorsSoFar.contains("timeout-1  both ways") }
    process.send(SIGINT)
    let result = await process.result()
    #expect(result.code == 0 && result.output.contains("Fault timeout-1: fired 0 of 0 times."))
  }

  @Test(
    "what cannot be used is told with its place, and nothing is started",
    arguments: [
      ("f.yaml", "f.yaml:1: There is no fault \"dorp\"; did you mean `drop`?"),
      ("none.yaml", "none.yaml: No such file or directory"),
      ("lossy-lnk", "did you mean `lossy-link`?"),
    ])
  func wrong(name: String, sentence: String) async throws {
    let folder = try Folder()
    try folder.write("faults: [{ type: dorp }]\n", to: "f.yaml")
    for command in [["mock", "--port", "0"], ["run"]] {
      let run = try await Binary.run(command + ["--faults", name], in: folder)
      #expect(run.code == 2 && run.errors.contains(sentence), "\(run.errors)")
    }
  }
}
