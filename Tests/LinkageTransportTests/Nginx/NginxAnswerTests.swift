import Glibc
import LinkageCore
import LinkageTransport
import Testing

@Suite("nginx: answers", .timeLimit(.minutes(2)))
struct NginxAnswerTests {
  private static let packing = """
    server {
      listen 127.0.0.1:PORT0;
      default_type text/plain;
      gzip on; gzip_min_length 1; gzip_types text/plain;
      location / { return 200 "$http_accept_encoding \(String(repeating: "a", count: 3000))"; }
    }
    """

  @Test("answers are packed on the way, unless the connection wants them plain")
  func gzip() async throws {
    try await withNginx(Self.packing) { nginx, transport in
      var request = HTTPRequest.get(nginx.url())
      let packed = await transport.send(request, in: nil)
      #expect(packed.text?.hasPrefix("gzip aaa") == true, "\(packed.result)")
      #expect(packed.text?.count == 3005)
      #expect(packed.answer?.headers.contains { $0.name == "content-encoding" } == true)
      var settings = Connection.Settings()
      settings.isCompressed = false
      request.connection = Connection(settings)
      let plain = await transport.send(request, in: nil)
      #expect(plain.text?.hasPrefix(" aaa") == true)
      #expect(plain.answer?.headers.contains { $0.name == "content-encoding" } == false)
    }
  }

  @Test("a request's own Accept-Encoding is sent as it is, and what comes is unpacked")
  func ownEncoding() async throws {
    try await withNginx(Self.packing) { nginx, transport in
      let own = HeaderField(name: "Accept-Encoding", value: "gzip, br")
      for headers in [[own], [], [own]] {
        let exchange = await transport.send(
          .make("GET", nginx.url(), headers: headers), in: nil)
        let words = headers.isEmpty ? "gzip aaa" : "gzip, br aaa"
        #expect(exchange.text?.hasPrefix(words) == true, "\(exchange.result)")
      }
    }
  }

  @Test("an answer slower than the time there is, is a time-out of what was sent")
  func slow() async throws {
    let servers = """
      server {
        listen 127.0.0.1:PORT0;
        root FOLDER;
        location /slow { limit_rate 1k; }
        location /fair { limit_rate 30k; }
      }
      """
    let text = String(repeating: "a", count: 50_000)
    try await withNginx(servers, files: ["slow": text, "fair": text]) { nginx, transport in
      let slow = await transport.send(.get(nginx.url() + "/slow", timeout: .seconds(2)), in: nil)
      #expect(slow.failure?.kind == .timeout, "\(slow.result)")
      #expect(slow.failure?.wasSent == true)
      let fair = await transport.send(.get(nginx.url() + "/fair"), in: nil)
      #expect(fair.text == text, "\(fair.result)")
    }
  }

  @Test(
    "a worker that is killed in the middle of an answer leaves it unknown, and the next one works")
  func killed() async throws {
    let gate = Gate()
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"
    let upstream = try RawServer { _ in [.send(half), .wait(gate), .close] }
    defer {
      gate.open()
      upstream.stop()
    }
    let servers = """
      server {
        listen 127.0.0.1:PORT0;
        location / { return 200 $pid; }
        location /slow { proxy_buffering off; proxy_pass \(upstream.url); }
      }
      """
    try await withNginx(servers) { nginx, transport in
      let worker = try #require(await transport.send(.get(nginx.url()), in: nil).text)
      async let exchange = transport.send(.make("POST", nginx.url() + "/slow", body: "x"), in: nil)
      var arrivals = upstream.arrivals.makeAsyncIterator()
      _ = await arrivals.next()
      kill(try #require(pid_t(worker)), SIGKILL)
      let failure = await exchange.failure
      #expect(failure?.kind == .lost, "\(String(describing: failure))")
      #expect(failure?.wasSent == true)
      #expect(upstream.requests.count == 1)
      let next = await transport.send(.get(nginx.url()), in: nil)
      #expect(next.answer?.status == 200)
      #expect(next.text != worker)
    }
  }
}
