import LinkageTransport
import Testing

@Suite("Proxies of the environment")
struct ProxyEnvironmentTests {
  struct Row: Sendable {
    var variables: [String: String]
    var expected: ProxyEnvironment

    init(
      _ variables: [String: String], http: String? = nil, https: String? = nil, except: String = ""
    ) {
      self.variables = variables
      expected = ProxyEnvironment(except: except)
      expected.http = http.map { .init(name: $0, value: variables[$0] ?? "") }
      expected.https = https.map { .init(name: $0, value: variables[$0] ?? "") }
    }
  }

  @Test(
    "are read as curl reads them, with the names of their variables",
    arguments: [
      Row([:]),
      Row(
        ["http_proxy": "a", "https_proxy": "b", "no_proxy": "c"], http: "http_proxy",
        https: "https_proxy", except: "c"
      ),
      Row(
        ["HTTP_PROXY": "a", "HTTPS_PROXY": "b", "NO_PROXY": "c"], http: "HTTP_PROXY",
        https: "HTTPS_PROXY", except: "c"
      ),
      Row(["http_proxy": "a", "HTTP_PROXY": "b"], http: "http_proxy"),
      Row(["http_proxy": "", "HTTP_PROXY": "b"], http: "HTTP_PROXY"),
      Row(["all_proxy": "a"], http: "all_proxy", https: "all_proxy"),
      Row(["ALL_PROXY": "a", "https_proxy": "b"], http: "ALL_PROXY", https: "https_proxy"),
      Row(
        ["HTTP_PROXY": "a", "HTTPS_PROXY": "b", "REQUEST_METHOD": "GET"], https: "HTTPS_PROXY"),
      Row(["http_proxy": "a", "REQUEST_METHOD": "GET"], http: "http_proxy"),
    ])
  func variables(row: Row) {
    #expect(ProxyEnvironment(variables: row.variables) == row.expected)
  }
}
