/// What a stored run remembers of how a platform is connected to: no passwords, and nothing that
/// is as usual.
public struct ConnectionOutline: Sendable, Hashable, Codable {
  /// `1.1` or `2`; `nil` where it is negotiated.
  public var version: String?
  /// The path of the authorities to trust.
  public var authority: String?
  /// The paths of the client's certificate and key.
  public var certificate: String?
  public var key: String?
  /// Whether the key is encrypted.
  public var hasPassword: Bool?
  /// The oldest version of TLS that is spoken, such as `1.3`.
  public var leastTLS: String?
  public var pins: [Pin]?
  /// `http://user:‹secret›@host:port`, or empty for none; `nil` for the environment's.
  public var proxy: String?
  /// What the proxy is not for, in the form of `no_proxy`.
  public var proxyExcept: String?
  /// Set where answers must not come compressed.
  public var isUncompressed: Bool?
  public var connectTimeout: Nanoseconds?

  /// A host that is found elsewhere.
  public struct Pin: Sendable, Hashable, Codable {
    public var host: String
    public var port: Int?
    public var address: String

    public init(host: String, port: Int?, address: String) {
      self.host = host
      self.port = port
      self.address = address
    }
  }

  public init(_ settings: Connection.Settings) {
    version = settings.version == .negotiated ? nil : settings.version.rawValue
    authority = settings.authority
    certificate = settings.certificate?.file
    key = settings.certificate?.key
    hasPassword = settings.certificate?.password == nil ? nil : true
    leastTLS =
      settings.leastTLS == Connection.Settings().leastTLS ? nil : settings.leastTLS.rawValue
    let pins = settings.pins.map { Pin(host: $0.host, port: $0.port, address: $0.address) }
    self.pins = pins.isEmpty ? nil : pins
    switch settings.proxy {
    case .environment: break
    case .none: proxy = ""
    case .at(let url, let except):
      proxy = Self.withoutPassword(url)
      proxyExcept = except.isEmpty ? nil : except
    }
    isUncompressed = settings.isCompressed ? nil : true
    connectTimeout = settings.connectTimeout
  }

  /// The password of `http://user:password@host` as the sign of a secret.
  private static func withoutPassword(_ url: String) -> String {
    guard let password = URLAuthority(of: url).password else { return url }
    return url[..<password.startIndex] + "‹secret›" + url[password.endIndex...]
  }
}
