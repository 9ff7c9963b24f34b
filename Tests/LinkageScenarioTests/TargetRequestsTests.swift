import LinkageCore
import LinkageScenario
import Testing

@Suite("Requests of targets")
struct TargetRequestsTests {
  static let head = "target: t\nplatforms: { web: { base: \"http://a\" } }\noperations:\n"
  static let files: [String: String] = [
    "files/photo.png": "png!", "note.txt": "note", "scenarios/own.csv": "a,b",
  ]

  static func plan(
    target: String, scenario: String = "scenario: s\nsteps: [ { do: web.x } ]\n",
    path: String = "scenario.yaml"
  ) throws(Diagnostics) -> Plan {
    try PlanLoader.load(
      PlanRequest(
        scenarios: [SourceInput(path: path, text: scenario)],
        target: SourceInput(path: "target.yaml", text: target),
        bytes: { files[$0].map { Array($0.utf8) } }))
  }

  static func request(_ operation: String) throws -> RequestTemplate {
    let plan = try plan(target: head + "  web.x: \(operation)\n")
    return try #require(plan.scenarios.first?.steps.first?.operation.requests.first)
  }

  @Test("a form is submitted with what is written into it")
  func submit() throws {
    let request = try Self.request(
      "{ submit: /register/, form: \"#register\", fields: { phone: \"${run.id}\", agree: true } }")
    #expect(request.method == "SUBMIT" && request.path.text == "/register/")
    #expect(request.body.text == "#register phone=${run.id}&agree=true")
    let plain = try Self.request("{ submit: /register/ }")
    #expect(plain.body.text == " ")
    let plan = try Self.plan(target: Self.head + "  web.x: { submit: / }\n")
    #expect(plan.scenarios[0].steps[0].operation.isWrite)
  }

  @Test("a multipart body has texts, files beside the target and contents")
  func multipart() throws {
    let request = try Self.request(
      """
      { post: /upload, multipart: { note: "text ${run.id}", photo: { file: files/photo.png },
            doc: { content: "a,b ${run.seed}", type: text/csv, name: "${run.id}.csv" },
            scans: [ { file: note.txt, type: text/plain, name: a.txt }, two ] } }
      """)
    guard case .multipart(let parts) = request.body else {
      Issue.record("\(request.body)")
      return
    }
    #expect(parts.map(\.name) == ["note", "photo", "doc", "scans", "scans"])
    #expect(
      parts.map { $0.fileName?.text } == [nil, "photo.png", "${run.id}.csv", "a.txt", nil])
    #expect(parts.map(\.type) == [nil, "image/png", "text/csv", "text/plain", nil])
    #expect(
      parts.map(\.content.text) == [
        "text ${run.id}", "4 bytes", "a,b ${run.seed}", "4 bytes", "two",
      ])
  }

  @Test("a request of a scenario submits and uploads too, with files beside the scenario")
  func inline() throws {
    let plan = try Self.plan(
      target: Self.head + "  web.x: { get: / }\n",
      scenario: """
        scenario: s
        steps:
          - { on: web, submit: /login, form: .login, fields: { user: "${with.user}" }, with: { user: a } }
          - { on: web, post: /import, multipart: { table: { file: own.csv } } }
        """, path: "scenarios/s.yaml")
    let steps = plan.scenarios[0].steps
    #expect(steps[0].operation.requests[0].body.text == ".login user=${with.user}")
    #expect(steps[0].id == "1 web SUBMIT /login")
    guard case .multipart(let parts) = steps[1].operation.requests[0].body else {
      Issue.record("\(steps[1])")
      return
    }
    #expect(parts[0].content.text == "3 bytes" && parts[0].type == "text/csv")
  }

  @Test("whole addresses and every method are taken")
  func methods() throws {
    for method in ["get", "post", "put", "patch", "delete"] {
      let request = try Self.request("{ \(method): \"https://cdn.example.com/x?y=${run.id}#z\" }")
      #expect(request.method == method.uppercased())
    }
    #expect(throws: Diagnostics.self) { try Self.request("{ get: \"https://\" }") }
    #expect(throws: Diagnostics.self) { try Self.request("{ get: \"http://:80/x\" }") }
  }
}

extension RequestTemplate.Part.Content {
  var text: String {
    switch self {
    case .text(let template): template.text
    case .file(let bytes): "\(bytes.count) bytes"
    }
  }
}
