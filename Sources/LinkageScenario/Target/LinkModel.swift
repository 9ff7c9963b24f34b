import LinkageCore

/// How a platform is connected to, as far as one file or several say.
struct LinkModel {
  var version: Setting<Connection.Version>?
  /// The path of a PEM file.
  var authority: Setting<String>?
  var certificate: Setting<Connection.Certificate>?
  var leastTLS: Setting<Connection.TLSVersion>?
  var pins: Setting<[PinReader.Read]>?
  var proxy: Setting<Connection.Proxy>?
  var isCompressed: Setting<Bool>?
  var isTraced: Setting<Bool>?

  /// This where it says something, else the base.
  func extending(_ base: LinkModel) -> LinkModel {
    LinkModel(
      version: version ?? base.version, authority: authority ?? base.authority,
      certificate: certificate ?? base.certificate, leastTLS: leastTLS ?? base.leastTLS,
      pins: pins ?? base.pins, proxy: proxy ?? base.proxy,
      isCompressed: isCompressed ?? base.isCompressed, isTraced: isTraced ?? base.isTraced)
  }

  var missing: [ProblemList] {
    [
      version?.missing, authority?.missing, certificate?.missing, leastTLS?.missing,
      pins?.missing, proxy?.missing, isCompressed?.missing, isTraced?.missing,
    ].compactMap { $0 }
  }

  /// Those with a port first: transports take the first that fits.
  private var orderedPins: [Connection.Pin] {
    let pins = pins?.value?.map(\.pin) ?? []
    return pins.filter { $0.port != nil } + pins.filter { $0.port == nil }
  }

  func connection(_ limits: LimitsModel) -> Connection {
    var settings = Connection.Settings()
    settings.version = version?.value ?? settings.version
    settings.authority = authority?.value
    settings.certificate = certificate?.value
    settings.leastTLS = leastTLS?.value ?? settings.leastTLS
    settings.pins = orderedPins
    settings.proxy = proxy?.value ?? settings.proxy
    settings.isCompressed = isCompressed?.value ?? settings.isCompressed
    settings.connections = limits.connections?.value
    settings.connectTimeout = limits.connect?.value
    settings.idleTimeout = limits.idle?.value
    return settings == Connection.standard.settings ? .standard : Connection(settings)
  }
}
