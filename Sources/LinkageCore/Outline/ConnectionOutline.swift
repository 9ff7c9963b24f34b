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
  /// The sign of the key's password, with its fingerprint; `nil` without one.
  public var password: String?
  /// The oldest version of TLS that is spoken, such as `1.3`.
  public var leastTLS: String?
  public var pins: [Pin]?
  /// `http://user:‹secret 1a2b3c4d›@host:port`, or empty for none; `nil` for the environment's.
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

  /// - Parameter fingerprint: what stands for a secret of the run; without it only a sign does.
  public init(_ settings: Connection.Settings, fingerprint: ((String) -> String)? = nil) {
    func sign(_ secret: some StringProtocol) -> String {
      fingerprint.map { "‹secret \($0(String(secret)))›" } ?? "‹secret›"
    }
    version = settings.version == .negotiated ? nil : settings.version.rawValue
    authority = settings.authority
    certificate = settings.certificate?.file
    key = settings.certificate?.key
    hasPassword = settings.certificate?.password == nil ? nil : true
    if fingerprint != nil { password = settings.certificate?.password.map(sign) }
    leastTLS =
      settings.leastTLS == Connection.Settings().leastTLS ? nil : settings.leastTLS.rawValue
    let pins = settings.pins.map { Pin(host: $0.host, port: $0.port, address: $0.address) }
    self.pins = pins.isEmpty ? nil : pins
    switch settings.proxy {
    case .environment: break
    case .none: proxy = ""
    case .at(let url, let except):
      let secret = URLAuthority(of: url).password
      proxy =
        secret.map { url[..<$0.startIndex] + sign($0) + url[$0.endIndex...] } ?? url
      proxyExcept = except.isEmpty ? nil : except
    }
    isUncompressed = settings.isCompressed ? nil : true
    connectTimeout = settings.connectTimeout
  }
}
