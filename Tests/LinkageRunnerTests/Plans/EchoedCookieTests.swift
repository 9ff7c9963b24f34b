import LinkageCore
import Testing

@Suite("A cookie that a body echoes")
struct EchoedCookieTests {
  @Test(
    "is masked where its attributes, its name or its length give it away",
    arguments: [
      ("JSESSIONID=plainjsess1", true), ("access_token=abcd1234", true),
      ("x=securecookie3; Secure", true), ("x=b4ck; HttpOnly", true),
      ("x=0123456789abcdef", true), ("lang=zh-CN; Secure", false), ("theme=darkblue12", false),
    ])
  func echoed(cookie: String, isMasked: Bool) async throws {
    let value = String(cookie.split(separator: ";")[0].split(separator: "=")[1])
    let world = try PlanWorld { _ in
      .json(#"{"echo":"\#(value)"}"#, headers: ["Set-Cookie: \(cookie)"])
    }
    defer { world.server.stop() }
    let request = try Make.request("GET", "/")
    let (history, _) = try await world.run([Make.step("a", Make.operation("a", [request]))])
    let answer = try #require(history.completions.first?.completion.exchanges.first?.answer)
    #expect(answer.contains(value) != isMasked)
    #expect(answer.contains("‹secret") == isMasked)
  }
}
