import LinkageReport
import MockKit
import Mocks

/// Why mocks did not start, as what the user is told.
enum MockComplaint {
  static func of(_ error: MockStartError) -> Complaint {
    switch error {
    case .portInUse(let server, let port, let owner):
      .portInUse(server: server.rawValue, port: port, owner: owner)
    case .cannotBind(let server, _, _, _), .database(let server, _):
      .mockNotStarted(server: server.rawValue, reason: "\(error)")
    case .tls(let error):
      .mockNotStarted(
        server: "mock", reason: Words.pick(error.text.en, error.text.zh))
    case .invalidSeed, .invalidLinkSecret, .invalidFault, .consoleAlone, .payKeys:
      .mockNotStarted(server: "mock", reason: "\(error)")
    }
  }
}
