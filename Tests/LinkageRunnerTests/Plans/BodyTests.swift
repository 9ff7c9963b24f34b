import LinkageCheck
import LinkageCore
import Testing
import Values

@Suite("Bodies and forms")
struct BodyTests {
  private static let page = """
    <form action="/accounts/register?next=/" method="post">
    <input type=hidden name=csrf_token value="forged-not-12345"><input name=phone>
    <input type=password name=password1></form>
    """

  private func submit(
    _ fields: KeyValuePairs<String, String> = [
      "phone": "138", "password1": "Hidden-Pa55",
    ], form: String? = nil
  ) throws -> Operation {
    Make.operation(
      "web.register",
      [
        try Make.request(
          "SUBMIT", "/accounts/register",
          body: .submission(
            RequestTemplate.Submission(form: form, fields: try Make.entries(fields))),
          errors: ["phone_taken": "http.text.contains('taken')"], ok: "http.status == 302")
      ], isWrite: true)
  }

  /// Serves a page, and takes its form.
  private func world(
    page: String = Self.page, status: Int = 200, answer: Int = 302,
    _ forms: @escaping PlanWorld.Forms
  ) throws -> PlanWorld {
    try PlanWorld(forms: forms) { request in
      request.method == "GET"
        ? .json(page, status: status, headers: ["Set-Cookie: sid=s3ss10n-0123456789; Path=/"])
        : .json("", status: answer)
    }
  }

  private static func filled(
    _ request: FormRequest, to action: String = "", _ method: WebForm.Method = .post,
    _ encoding: WebForm.Encoding = .urlencoded
  ) -> WebForm {
    WebForm(
      action: action.isEmpty ? request.page : action, method: method, encoding: encoding,
      fields: [WebForm.Field(name: "csrf_token", value: "forged-not-12345")]
        + request.fields.flatMap { field in
          field.values.map { WebForm.Field(name: field.name, value: $0) }
        })
  }

  @Test("a form is fetched and sent in the same session, with what a browser adds")
  func submission() async throws {
    let world = try world { .success(Self.filled($0)) }
    defer { world.server.stop() }
    let (history, verdict) = try await world.run([
      try Make.step(
        "register", submit(["phone": "${with.phone}", "password1": "Hidden-Pa55"]),
        with: ["phone": "1 3&8"], expect: ["http.status == 302"])
    ])
    #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    let sent = world.server.requests
    #expect(sent.map(\.method) == ["GET", "POST"])
    #expect(sent[1].text == "csrf_token=forged-not-12345&phone=1+3%268&password1=Hidden-Pa55")
    #expect(sent[1].headers["content-type"] == "application/x-www-form-urlencoded")
    #expect(sent[1].headers["origin"] == world.server.url)
    #expect(sent[1].headers["referer"] == world.server.url + "/accounts/register")
    #expect(sent[1].headers["cookie"] == "sid=s3ss10n-0123456789")
    let exchanges = try #require(history.completions.first?.completion.exchanges)
    #expect(exchanges.map(\.method) == ["GET", "POST"])
    #expect(exchanges[1].body?.contains("Hidden-Pa55") == false)
    #expect(exchanges[1].body?.contains("csrf_token=forged-not-12345") == true)
  }

  @Test("a form that asks becomes a query")
  func get() async throws {
    let world = try world { .success(Self.filled($0, .get)) }
    defer { world.server.stop() }
    _ = try await world.run([
      try Make.step("find", submit(["q": "a b"]))
    ])
    #expect(
      world.server.requests.last?.target
        == "/accounts/register?csrf_token=forged-not-12345&q=a+b")
    #expect(world.server.requests.last?.headers["origin"] == nil)
  }

  @Test("a form in parts has a boundary of the run")
  func multipart() async throws {
    let world = try world { .success(Self.filled($0, .post, .multipart)) }
    defer { world.server.stop() }
    _ = try await world.run([try Make.step("up", submit(["note": "linkage-run-0-1"]))])
    let sent = try #require(world.server.requests.last)
    #expect(sent.headers["content-type"] == "multipart/form-data; boundary=linkage-run-0-2")
    #expect(sent.text.hasSuffix("\r\n\r\nlinkage-run-0-1\r\n--linkage-run-0-2--\r\n"))
  }

  @Test("a form that goes to another origin tells it little")
  func elsewhere() async throws {
    let other = try TinyServer { _ in .json("", status: 302) }
    defer { other.stop() }
    let world = try world { .success(Self.filled($0, to: other.url + "/x")) }
    defer { world.server.stop() }
    _ = try await world.run(
      [try Make.step("go", submit())],
      target: try world.target(sessionHeaders: ["Authorization": "Bearer fixed-0123"]))
    let sent = try #require(other.requests.first)
    #expect(sent.headers["referer"] == world.server.url + "/")
    #expect(sent.headers["origin"] == world.server.url)
    #expect(sent.headers["authorization"] == nil)
    #expect(world.server.requests[0].headers["authorization"] == "Bearer fixed-0123")
  }

  @Test("without its page a form is not sent, and the operation was not done")
  func noPage() async throws {
    let world = try world(status: 404) { .success(Self.filled($0)) }
    defer { world.server.stop() }
    let (history, verdict) = try await world.run([try Make.step("register", submit())])
    #expect(world.server.requests.map(\.method) == ["GET"])
    #expect(verdict.findings.map(\.type) == [.unexpectedAnswer])
    #expect(
      history.completions.map(\.completion.outcome) == [
        .unexpected(
          status: 404, detail: "the form was not sent: its page answered 404")
      ])
  }

  @Test(
    "a page that is another than the form's may name the error", arguments: [302, 200])
  func otherPage(status: Int) async throws {
    let world = try world(page: "the name is taken", status: status) { _ in
      .failure(.noForm)
    }
    defer { world.server.stop() }
    let (history, verdict) = try await world.run([
      try Make.step("register", submit(), fails: "phone_taken")
    ])
    #expect(world.server.requests.map(\.method) == ["GET"])
    #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    #expect(history.completions.map(\.completion.outcome) == [.refused(error: "phone_taken")])
  }

  @Test("a form that cannot be filled is not sent, and why is told")
  func noField() async throws {
    let world = try world { _ in
      .failure(.unknownField(name: "fone", nearest: "phone", known: ["phone"]))
    }
    defer { world.server.stop() }
    let (_, verdict) = try await world.run([try Make.step("register", submit())])
    #expect(world.server.requests.map(\.method) == ["GET"])
    #expect(
      verdict.findings.map(\.detail) == [
        "the form was not sent: it has no field fone, did you mean phone? It has phone"
      ])
  }

  @Test("a multipart body carries texts, files and no absent optional")
  func parts() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    func part(
      _ name: String, _ content: RequestTemplate.Part.Content, file: String? = nil,
      type: String? = nil
    ) throws -> RequestTemplate.Part {
      RequestTemplate.Part(
        name: name, content: content, fileName: try file.map(Make.template), type: type)
    }
    let upload = Make.operation(
      "upload",
      [
        try Make.request(
          "POST", "/upload",
          body: .multipart([
            part("note", .text(Make.template("${with.note}"))),
            part("more", .text(Make.template("${with.more}"))),
            part("photo", .file([0, 255, 13, 10]), file: "p.png", type: "image/png"),
          ]))
      ], inputs: [Make.field("note", .string), Make.field("more", .string, optional: true)],
      errors: [], isWrite: true)
    let (_, verdict) = try await world.run([
      try Make.step("up", upload, with: ["note": "hello"])
    ])
    #expect(verdict.status == .passed)
    let sent = try #require(world.server.requests.first)
    let expected =
      Array(
        """
        --linkage-run-0-1\r
        Content-Disposition: form-data; name="note"\r
        \r
        hello\r
        --linkage-run-0-1\r
        Content-Disposition: form-data; name="photo"; filename="p.png"\r
        Content-Type: image/png\r
        \r\n
        """.utf8) + [0, 255, 13, 10] + Array("\r\n--linkage-run-0-1--\r\n".utf8)
    #expect(sent.body == expected)
  }

  @Test("what stands under names such as password is masked, whatever the body")
  func secrets() async throws {
    let world = try PlanWorld { _ in .json("{}") }
    defer { world.server.stop() }
    let bodies: [RequestTemplate.Body] = [
      .json(
        .map([Template.Entry(key: "user", value: .map(try Make.entries(["pwd": "hidden-1"])))])),
      .form(try Make.entries(["password": "hidden-2"])),
      .multipart([
        RequestTemplate.Part(
          name: "secret", content: .text(.constant("hidden-3")), fileName: nil, type: nil)
      ]),
    ]
    let steps = try bodies.enumerated().map { index, body in
      try Make.step(
        "s\(index)",
        Make.operation(
          "s", [Make.request("POST", "/s", query: ["token": "hidden-4"], body: body)]))
    }
    let (history, verdict) = try await world.run(steps)
    #expect(verdict.status == .passed)
    let text = try ValueEncoder().encode(history.events).json()
    #expect(!text.contains("hidden-"))
    #expect(world.server.requests.allSatisfy { $0.target == "/s?token=hidden-4" })
  }
}
