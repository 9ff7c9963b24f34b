/// How a platform is connected to: what all requests that share connections have in common.
///
/// A reference, so that a transport sees at a glance that a request comes the way of the last one.
public final class Connection: Sendable, Hashable {
  /// What is set.
  public let settings: Settings

  /// Nothing is special.
  public static let standard = Connection(Settings())

  public init(_ settings: Settings) { self.settings = settings }

  public static func == (one: Connection, other: Connection) -> Bool {
    one === other || one.settings == other.settings
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(settings) }

  public struct Settings: Sendable, Hashable {
    public var version = Version.negotiated
    /// The path of a PEM file with the authorities to trust, instead of the system's; `nil` for the
    /// system's.
    public var authority: String?
    /// What the client shows of itself; `nil` for nothing.
    public var certificate: Certificate?
    /// The oldest version of TLS that is spoken.
    public var leastTLS = TLSVersion.v12
    /// Where names lead, whatever the resolver says.
    public var pins: [Pin] = []
    public var proxy = Proxy.environment
    /// Whether answers may come compressed.
    public var isCompressed = true
    /// At most so many connections at once; `nil` for as many as it takes.
    public var connections: Int?
    /// How long opening a connection may take, TLS included; `nil` for as long as the request may.
    public var connectTimeout: Nanoseconds?
    /// How long nothing may come once the request is written; `nil` for as long as it may take.
    public var idleTimeout: Nanoseconds?

    public init() {}
  }

  public enum Version: String, Sendable, Hashable, CaseIterable {
    /// HTTP/2 where a server offers it over TLS, else HTTP/1.1.
    case negotiated
    case http1 = "1.1"
    /// HTTP/2 over TLS and nothing else.
    case http2 = "2"
  }

  public enum TLSVersion: String, Sendable, Hashable, CaseIterable {
    case v10 = "1.0"
    case v11 = "1.1"
    case v12 = "1.2"
    case v13 = "1.3"
  }

  /// Paths of PEM files.
  public struct Certificate: Sendable, Hashable {
    public var file: String
    /// `nil` where the key stands in the certificate's file.
    public var key: String?
    /// What the key is encrypted with.
    public var password: String?

    public init(file: String, key: String?, password: String?) {
      self.file = file
      self.key = key
      self.password = password
    }
  }

  /// A host that is found at an address of one's own choice.
  public struct Pin: Sendable, Hashable {
    /// As in the URL, without a port.
    public var host: String
    /// IPv4, or IPv6 without brackets; or another name.
    public var address: String
    /// `nil` for the port of the URL.
    public var port: Int?

    public init(host: String, address: String, port: Int?) {
      self.host = host
      self.address = address
      self.port = port
    }
  }

  public enum Proxy: Sendable, Hashable {
    /// As `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` say; loopback is never behind one.
    case environment
    case none
    /// `http://user:password@host:port`; `except` has the form of `no_proxy`.
    case at(String, except: String)
  }
}
