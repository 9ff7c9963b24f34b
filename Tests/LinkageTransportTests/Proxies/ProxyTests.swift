import LinkageCore
import LinkageTransport
import Testing

@Suite("Proxies", .timeLimit(.minutes(2)))
struct ProxyTests {
  @Test("a request goes through the proxy with its whole URL and the proxy's password")
  func whole() async throws {
    try await withServer(always: [.ok("by proxy")]) { proxy, transport in
      let address = "http://me:p%40ss@127.0.0.1:\(proxy.port)"
      let exchange = await transport.send(
        .get("http://shop.invalid/a").by(.proxied(by: address)), in: nil)
      #expect(exchange.text == "by proxy")
      let request = try #require(proxy.requests.first)
      #expect(request.target == "http://shop.invalid/a")
      #expect(request.values("proxy-authorization") == ["Basic bWU6cEBzcw=="])
      #expect(exchange.wire.remote == "127.0.0.1:\(proxy.port)")
    }
  }

  @Test("loopback is never behind the environment's proxy, and is behind one that a platform names")
  func loopback() async throws {
    try await withServer(always: [.ok("direct")]) { server, _ in
      // A port of the system's: one that was free a moment ago may be another test's by now.
      let proxy = "http://127.0.0.1:1"
      let environment = ProxyEnvironment(http: proxy, https: proxy)
      let transport = try CurlTransport(TransportOptions(proxies: environment))
      for host in ["127.0.0.1", "localhost", "127.1.2.3"] {
        let url = "http://\(host):\(server.port)/"
        let pin = Connection.Pin(host: host, address: "127.0.0.1", port: nil)
        let connection = Connection.with { $0.pins = [pin] }
        #expect(await transport.send(.get(url).by(connection), in: nil).text == "direct", "\(host)")
      }
      let named = Connection.proxied(by: proxy)
      let exchange = await transport.send(.get(server.url).by(named), in: nil)
      #expect(exchange.failure?.kind == .refused)
      #expect(exchange.failure?.wasSent == false)
      await transport.shutdown()
    }
  }

  @Test("the environment's proxy is used for other hosts, but for those it excepts")
  func environment() async throws {
    try await withServer(always: [.ok()]) { proxy, _ in
      let environment = ProxyEnvironment(http: proxy.url, except: "direct.invalid")
      let transport = try CurlTransport(TransportOptions(proxies: environment))
      let through = await transport.send(.get("http://shop.invalid/"), in: nil)
      #expect(through.answer?.status == 200)
      let none = Connection.with { $0.proxy = .none }
      for (host, connection) in [("direct.invalid", Connection.standard), ("shop.invalid", none)] {
        var settings = connection.settings
        settings.pins = [Connection.Pin(host: host, address: "127.0.0.9", port: nil)]
        let request = HTTPRequest.get("http://\(host):\(proxy.port)/").by(Connection(settings))
        #expect(await transport.send(request, in: nil).failure?.kind == .refused)
      }
      #expect(proxy.requests.count == 1)
      await transport.shutdown()
    }
  }

  @Test("a dead proxy of the environment is named with its variable, also where nothing is sent")
  func dead() async throws {
    let variables = ["HTTPS_PROXY": "http://me:geheim@127.0.0.1:1", "no_proxy": ".invalid"]
    let environment = ProxyEnvironment(variables: variables)
    let transport = try CurlTransport(TransportOptions(proxies: environment))
    let proxy = FailureCause.Proxy(address: "http://127.0.0.1:1", variable: "HTTPS_PROXY")
    let reached = await transport.reach(
      "https://shop.example/", by: .standard, timeout: .seconds(10))
    #expect(reached?.cause == .proxyUnreachable(proxy), "\(String(describing: reached))")
    for (url, isProxied) in [
      ("https://shop.example/", true), ("https://127.0.0.1:1/", false),
      ("https://a.shop.invalid/", false),
    ] {
      let failure = await transport.send(.get(url), in: nil).failure
      #expect((failure?.cause == .proxyUnreachable(proxy)) == isProxied, "\(url)")
    }
    await transport.shutdown()
  }

  @Test(
    "a proxy that cannot be reached or found is named without its password, and nothing is sent")
  func unreachable() async throws {
    let transport = try CurlTransport()
    let (descriptor, port) = try RawSocket.listen(backlog: 1)
    RawSocket.end(descriptor)
    let long = String(repeating: "a", count: 64)
    for (host, kind) in [
      ("127.0.0.1:\(port)", TransportFailure.Kind.refused), ("\(long).invalid", .nameNotResolved),
      (":0:0", .nameNotResolved), ("[::", .nameNotResolved),
    ] {
      let connection = Connection.proxied(by: "http://me:geheim@\(host)")
      let exchange = await transport.send(.get("http://shop.invalid/").by(connection), in: nil)
      let failure = try #require(exchange.failure)
      #expect(failure.kind == kind, "\(failure.detail)")
      #expect(!failure.wasSent)
      #expect(!failure.detail.contains("geheim"))
      let proxy = FailureCause.Proxy(address: "http://\(host)", variable: nil)
      let isInvalid = host.hasPrefix(":") || host.hasPrefix("[")
      #expect(
        failure.cause == (isInvalid ? .proxyInvalid(proxy) : .proxyUnreachable(proxy)),
        "\(failure.detail)")
    }
    await transport.shutdown()
  }
}
