import ArgumentParser
import MockKit
import Mocks

/// How the mocks speak TLS.
struct TLSArguments: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Words.pick(
        "Serves all of it by TLS, too, for clients that insist on https.",
        "同时以 TLS 提供所有服务，供只接受 https 的客户端使用。")))
  var tls = false

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "A server's port for TLS, a hundred above its own by default: wechat=443; may be repeated.",
        "某个服务的 TLS 端口，默认比原端口大一百，例如 wechat=443；可多次给出。"),
      valueName: "server=port"))
  var tlsPort: [PairArgument] = []

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Another name or address the servers are called by; may be repeated.",
        "服务的其他主机名或地址，可多次给出。"), valueName: "name"))
  var tlsName: [String] = []

  @Option(
    help: ArgumentHelp(
      Words.pick(
        "Keeps the certificate authority to trust: ~/.config/linkage/tls by default.",
        "存放受信任的证书颁发机构，默认为 ~/.config/linkage/tls。"), valueName: "folder"))
  var tlsFolder: String?

  func validate() throws {
    if !tls, let option = firstGiven {
      throw ValidationError(
        Words.pick("\(option) needs --tls.", "\(option) 需要与 --tls 同用。"))
    }
    for pair in tlsPort {
      guard MockServerName(rawValue: pair.name) != nil, let port = Int(pair.value),
        (0...65_535).contains(port)
      else {
        throw ValidationError(
          Words.pick(
            "--tls-port \(pair.name)=\(pair.value): a server (console, web, mini, wechat, counter) "
              + "and a port of 0 to 65535 are expected, such as wechat=443.",
            "--tls-port \(pair.name)=\(pair.value)：应为服务名（console、web、mini、wechat、counter）"
              + "与 0 到 65535 的端口，例如 wechat=443。"))
      }
    }
  }

  private var firstGiven: String? {
    if !tlsPort.isEmpty { return "--tls-port" }
    if !tlsName.isEmpty { return "--tls-name" }
    return tlsFolder == nil ? nil : "--tls-folder"
  }

  /// - Parameters:
  ///   - data: where the mocks keep their data, if they do.
  ///   - takesFreePorts: whether servers without a port of their own take free ones.
  func options(
    in world: World, data: String?, takesFreePorts: Bool
  ) throws(AuthorityError) -> TLSOptions? {
    guard tls else { return nil }
    guard let folder = folder(in: world, data: data) else { throw .noFolder }
    var options = TLSOptions(folder: Disk.absolute(folder, in: world.folder))
    options.names = tlsName
    if takesFreePorts { for name in MockServerName.allCases { options.ports[name] = 0 } }
    for pair in tlsPort {
      if let name = MockServerName(rawValue: pair.name) { options.ports[name] = Int(pair.value) }
    }
    return options
  }

  /// The same for all mocks of a user, so that it is trusted once.
  private func folder(in world: World, data: String?) -> String? {
    if let tlsFolder { return tlsFolder }
    let places = [
      world.environment["XDG_CONFIG_HOME"], world.environment["HOME"].map { "\($0)/.config" },
    ]
    let home = places.compactMap(\.self).first { $0.hasPrefix("/") && $0 != "/.config" }
    return home.map { "\($0)/linkage/tls" } ?? data.map { "\($0)/tls" }
  }
}
