import Foundation
import Testing

@Suite("linkage eval")
struct EvalTests {
  @Test(
    "prints a value as JSON",
    arguments: [
      ("1 + 2", "3"), ("[1, 2u, 1.0, 'a', null, true]", #"[1,2,1.0,"a",null,true]"#),
      ("timestamp('2024-02-29T08:30:00+08:00') + duration('1.5s')", #""2024-02-29T00:30:01.5Z""#),
      ("b'ab'", #""YWI=""#), ("type(1u)", #""uint""#), ("sha1('abc').size()", "40"),
      ("'￥15.98'.extract('[0-9.]+')", #""15.98""#), ("money('15.98')", "1598"),
    ])
  func value(expression: String, json: String) async throws {
    let run = try await Binary.run(["eval", expression], in: Folder())
    #expect(run.output == json + "\n")
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test("takes a document: whole as input, the keys of an object as names")
  func input() async throws {
    let folder = try Folder()
    try folder.write(#"{"points": 3, "not-a-name": 1, "in": 2, "env": 7}"#, to: "in.json")
    let run = try await Binary.run(
      ["eval", "[points, input['not-a-name'], input['in'], input.env, type(env)]"]
        + ["--input", "in.json"], in: folder)
    #expect(run.output == #"[3,1,2,7,"map"]"# + "\n", "\(run.errors)")
    let piped = try await Binary.run(
      ["eval", "input[1]", "--input", "-"], in: folder, input: "[1,\n 2]\n")
    #expect(piped.output == "2\n")
  }

  @Test("takes names with plain or typed values")
  func bindings() async throws {
    let folder = try Folder()
    let plain = try await Binary.run(
      ["eval", "x + points", "--bindings", #"{"x": 1, "points": 2}"#], in: folder)
    #expect(plain.output == "3\n")
    let typed = try await Binary.run(
      ["eval", "{'a': [x, -x]}", "--typed", "--bindings", #"{"x": {"double": "inf"}}"#], in: folder)
    #expect(
      typed.output
        == #"{"map":[[{"string":"a"},{"list":[{"double":"inf"},{"double":"-inf"}]}]]}"# + "\n")
  }

  @Test("shows the parts that led to a value")
  func explain() async throws {
    let run = try await Binary.run(
      ["eval", "out.points == before + 3 && out.level == 'gold'", "--explain"]
        + ["--bindings", #"{"out": {"points": 4, "level": "黄金"}, "before": 2}"#], in: Folder())
    #expect(
      run.output == """
        out.points  int  4
        before      int  2
        false

        """)
    #expect(run.code == 0)
  }

  @Test("shows parts whole where no terminal cuts them")
  func long() async throws {
    let run = try await Binary.run(
      [
        "eval", "x == 'b'", "--explain", "--bindings",
        #"{"x": "\#(String(repeating: "a", count: 500))"}"#,
      ],
      in: Folder())
    #expect(run.output.contains(String(repeating: "a", count: 500)))
  }

  @Test(
    "tells an error with its place",
    arguments: ["parse", "value", "json", "typed", "name", "missing"], ["en", "zh"])
  func errors(kind: String, language: String) async throws {
    let arguments: [String: [String]] = [
      "parse": ["1 = 2"], "value": ["{'积分': 1}['积分']\n  + nope.x"],
      "json": ["x", "--bindings", "{\"x\":\n  tru}"],
      "typed": ["x", "--typed", "--bindings", #"{"x": {"list": [{"integer": "1"}]}}"#],
      "name": ["1", "--bindings", #"{"in": 1}"#], "missing": ["1", "--input", "gone.json"],
    ]
    let run = try await Binary.run(
      ["eval", "--lang", language] + (arguments[kind] ?? []), in: Folder())
    #expect(run.code == (["parse", "value"].contains(kind) ? 1 : 2))
    #expect(run.output == "")
    try Golden.expect(run.errors, is: "eval-\(kind).\(language).txt")
  }

  @Test("masks secrets in values, parts and errors")
  func secrets() async throws {
    let secret = #"hunter2"Zecret"#
    let script = """
      [secret.K, {secret.K + '1': b'x' + bytes(secret.K)}]
      :explain secret.K == 'no'
      x = secret.K + secret.L
      int(secret.K)
      """
    for typed in [[], ["--typed"]] {
      let run = try await Binary.run(
        ["eval"] + typed, in: Folder(), environment: ["LINKAGE_SECRET_K": secret], input: script)
      for text in [run.output, run.errors] {
        #expect(!text.contains("Zecret") && !text.contains("hunter2"), "\(text)")
        #expect(text.contains("‹secret›"), "\(text)")
      }
    }
  }

  @Test(
    "a variable that is not set is named with what sets it",
    arguments: [
      (
        "secret.FOO", "en", "`secret.FOO` is not set",
        "set the environment variable LINKAGE_SECRET_FOO"
      ),
      ("1 + secret.FOO.x", "zh", "`secret.FOO` 未设置", "请设置环境变量 LINKAGE_SECRET_FOO"),
      ("env.NOPE", "en", "`env.NOPE` is not set", "set the environment variable NOPE"),
      ("secret.KYE", "en", "`secret.KYE` is not set", "did you mean `secret.KEY`?"),
      ("env.REGOIN", "zh", "`env.REGOIN` 未设置", "是否想写 `env.REGION`？"),
      (
        "env['REGOIN']", "en",
        "there is no key \"REGOIN\", the map has \"REGION\", \"LANG\", \"PATH\"", "-->"
      ),
    ])
  func missingVariable(
    expression: String, language: String, headline: String, advice: String
  ) async throws {
    let run = try await Binary.run(
      ["eval", "--lang", language, expression], in: Folder(),
      environment: ["LINKAGE_SECRET_KEY": "k", "REGION": "eu"])
    #expect(run.errors.contains(headline), "\(run.errors)")
    #expect(run.errors.contains(advice), "\(run.errors)")
    #expect(run.code == 1)
  }

  @Test("a binding that hides the environment is an ordinary map")
  func hidden() async throws {
    let run = try await Binary.run(
      ["eval", "secret.FOO", "--bindings", #"{"secret": {"BAR": 1}}"#], in: Folder())
    #expect(run.errors.contains(#"there is no key "FOO", the map has "BAR""#), "\(run.errors)")
  }

  @Test("reads lines, keeps names, and goes on after an error")
  func script() async throws {
    let script = """
      // two numbers
      a = 20

      b = a * 2
      b +
      a == 20
      :vars
      :quit
      never
      """
    let run = try await Binary.run(["eval"], in: Folder(), input: script)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("true\na  int\nb  int\n"))
    #expect(run.errors.contains("stdin:5:4"))
    #expect(!run.errors.contains("\n> "), "no prompt where nobody types")
  }

  @Test("a script fails with its last line alone", arguments: [("1\nnope", 1), ("nope\n1", 0)])
  func lastLine(script: String, code: Int32) async throws {
    #expect(try await Binary.run(["eval"], in: Folder(), input: script).code == code)
  }

  @Test("a command that is none suggests the right one")
  func command() async throws {
    let run = try await Binary.run(["eval"], in: Folder(), input: ":hlep\n")
    #expect(run.errors.contains(":help"))
    #expect(run.code == 1)
  }

  @Test("takes documents as deep as JSON may be, and lines of any length")
  func hostile() async throws {
    let folder = try Folder()
    let deep = String(repeating: "[", count: 511) + "1" + String(repeating: "]", count: 511)
    for typed in [[], ["--typed"]] {
      let run = try await Binary.run(
        ["eval", "[input]", "--input", "-"] + typed, in: folder,
        environment: ["LINKAGE_SECRET_K": "some secret"], input: deep)
      #expect(run.code == 0, "\(run.errors)")
    }
    let long = String(repeating: "1+", count: 2_000_000) + "1\n2\n"
    let run = try await Binary.run(["eval"], in: folder, input: long)
    #expect(run.output == "2\n")
    #expect(run.code == 0)
  }

  @Test("the same seed makes up the same")
  func seed() async throws {
    let first = try await Binary.run(["eval", "fake.phone()", "--seed", "7"], in: Folder())
    let again = try await Binary.run(["eval", "fake.phone()", "--seed", "7"], in: Folder())
    #expect(first.output == again.output && first.output.count > 11)
  }
}
