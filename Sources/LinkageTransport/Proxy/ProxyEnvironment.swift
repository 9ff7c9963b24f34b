/// The proxies that a process's environment names, read as curl reads them.
package struct ProxyEnvironment: Sendable, Equatable {
  /// For `http://` URLs; `nil` for none.
  package var http: String?
  /// For `https://` URLs; `nil` for none.
  package var https: String?
  /// What is reached directly, in the form of `no_proxy`.
  package var except: String

  package init(http: String? = nil, https: String? = nil, except: String = "") {
    self.http = http
    self.https = https
    self.except = except
  }

  /// Lower case wins over upper case, and an empty variable is as good as none. `HTTP_PROXY` does
  /// not count where `REQUEST_METHOD` is set: to a CGI program, whoever asks can set it by a header
  /// named `Proxy`.
  package init(variables: [String: String]) {
    func value(_ name: String, upper: Bool = true) -> String? {
      let names = upper ? [name, name.uppercased()] : [name]
      return names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
    }
    let all = value("all_proxy")
    http = value("http_proxy", upper: variables["REQUEST_METHOD"] == nil) ?? all
    https = value("https_proxy") ?? all
    except = value("no_proxy") ?? ""
  }
}
