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
      expected = ProxyEnvironment(http: http, https: https, except: except)
    }
  }

  @Test(
    "are read as curl reads them",
    arguments: [
      Row([:]),
      Row(
        ["http_proxy": "a", "https_proxy": "b", "no_proxy": "c"], http: "a", https: "b", except: "c"
      ),
      Row(
        ["HTTP_PROXY": "a", "HTTPS_PROXY": "b", "NO_PROXY": "c"], http: "a", https: "b", except: "c"
      ),
      Row(["http_proxy": "a", "HTTP_PROXY": "b"], http: "a"),
      Row(["http_proxy": "", "HTTP_PROXY": "b"], http: "b"),
      Row(["all_proxy": "a"], http: "a", https: "a"),
      Row(["ALL_PROXY": "a", "https_proxy": "b"], http: "a", https: "b"),
      Row(["HTTP_PROXY": "a", "HTTPS_PROXY": "b", "REQUEST_METHOD": "GET"], https: "b"),
      Row(["http_proxy": "a", "REQUEST_METHOD": "GET"], http: "a"),
    ])
  func variables(row: Row) {
    #expect(ProxyEnvironment(variables: row.variables) == row.expected)
  }
}
