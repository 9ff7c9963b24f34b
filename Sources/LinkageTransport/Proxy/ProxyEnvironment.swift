/// The proxies that a process's environment names, read as curl reads them.
package struct ProxyEnvironment: Sendable, Equatable {
  /// For `http://` URLs; `nil` for none.
  package var http: Variable?
  /// For `https://` URLs; `nil` for none.
  package var https: Variable?
  /// What is reached directly, in the form of `no_proxy`.
  package var except: String

  /// A proxy's URL, and who says it.
  package struct Variable: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Addresses by the usual variables.
  package init(http: String? = nil, https: String? = nil, except: String = "") {
    self.http = http.map { Variable(name: "http_proxy", value: $0) }
    self.https = https.map { Variable(name: "https_proxy", value: $0) }
    self.except = except
  }

  /// Lower case wins over upper case, and an empty variable is as good as none. `HTTP_PROXY` does
  /// not count where `REQUEST_METHOD` is set: to a CGI program, whoever asks can set it by a header
  /// named `Proxy`.
  package init(variables: [String: String]) {
    func variable(_ name: String, upper: Bool = true) -> Variable? {
      let names = upper ? [name, name.uppercased()] : [name]
      return names.lazy.compactMap { name in variables[name].map { Variable(name: name, value: $0) }
      }
      .first { !$0.value.isEmpty }
    }
    let all = variable("all_proxy")
    http = variable("http_proxy", upper: variables["REQUEST_METHOD"] == nil) ?? all
    https = variable("https_proxy") ?? all
    except = variable("no_proxy")?.value ?? ""
  }
}
