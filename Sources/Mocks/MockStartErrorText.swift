import Foundation
import MockKit

extension MockStartError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .portInUse(let server, let port, let owner):
      "Port \(port), for the \(server.rawValue) server, is in use by \(owner ?? "another process")."
    case .cannotBind(let server, let host, let port, let code):
      "The \(server.rawValue) server cannot listen on \(host):\(port): "
        + "\(String(cString: strerror(code)))." + Self.hint(port, code)
    case .invalidSeed(let error):
      "The seed data cannot be used: \(error.problem.detail)"
    case .invalidLinkSecret:
      "The link's secret is not \"whsec_\" followed by base64."
    case .invalidFault(let error):
      "A fault cannot be used: \(error.text.en)"
    case .consoleAlone:
      "The console is part of the full set; it does not run alone."
    case .tls(let error): error.text.en
    case .database(let server, let reason):
      "The \(server.rawValue) server's database cannot be opened: \(reason)"
    case .payKeys(let reason):
      "WeChat Pay cannot be set up: \(reason)."
    }
  }

  /// What helps where only some may listen.
  private static func hint(_ port: Int, _ code: Int32) -> String {
    guard code == EACCES, port < 1024 else { return "" }
    return " Ports below 1024 are for root: allow them with "
      + "`sudo sysctl net.ipv4.ip_unprivileged_port_start=\(port)`, or take a higher port."
  }
}
