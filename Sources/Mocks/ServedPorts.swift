import MockKit

/// One server on its port, and perhaps on a second one that speaks TLS.
struct ServedPorts: Sendable {
  let plain: MockServer
  var secure: MockServer?

  var port: Int { plain.port }

  func stop() async {
    await secure?.stop()
    await plain.stop()
  }
}
