import LinkageCore
import LinkageTransport

extension Connection {
  /// Standard but for what `change` sets.
  static func with(_ change: (inout Settings) -> Void) -> Connection {
    var settings = Settings()
    change(&settings)
    return Connection(settings)
  }

  static func pinning(_ host: String, to address: String, port: Int? = nil) -> Connection {
    with { $0.pins = [Pin(host: host, address: address, port: port)] }
  }

  static func limited(to count: Int) -> Connection { with { $0.connections = count } }

  static func proxied(by url: String, except: String = "") -> Connection {
    with { $0.proxy = .at(url, except: except) }
  }
}

extension HTTPRequest {
  func by(_ connection: Connection) -> HTTPRequest {
    var request = self
    request.connection = connection
    return request
  }
}

extension RawRequest {
  /// How many bytes it had on the wire.
  var size: Int { lines.reduce(2 + body.count) { $0 + $1.utf8.count + 2 } }
}
