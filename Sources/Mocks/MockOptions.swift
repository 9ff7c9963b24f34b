package import Logging
package import MockKit

/// How a set of mocks is to be started.
package struct MockOptions: Sendable {
  /// A development secret that everyone may know; it signs nothing but made-up data.
  package static let developmentSecret = "whsec_bGlua2FnZS1kZXZlbG9wbWVudC1zZWNyZXQh"

  /// Where to listen; anything but loopback lets others on the network in.
  package var host = "127.0.0.1"
  /// 0 takes a free one; a server without an entry takes its default port.
  package var ports: [MockServerName: Int] = [:]
  /// Starts this server alone.
  package var only: MockServerName?
  /// The URLs of servers that run elsewhere, used with `only`.
  package var peers: [MockServerName: String] = [:]
  /// A folder for the servers' databases, such as `web.sqlite`; without one everything is kept in
  /// memory.
  package var dataDirectory: String?
  package var linkLatency: LinkLatency = .zero
  package var linkDown = false
  /// How long one side may hear nothing of the other, in real time, before its readers are told.
  package var patience: Duration = .seconds(3)
  /// What else goes wrong from the start.
  package var faults: [Fault] = []
  package var seed: UInt64 = 1
  /// Without it nothing speaks TLS.
  package var tls: TLSOptions?
  /// The WeChat platform takes any `wx.login` code.
  package var anyCode = false
  /// Signs what is sent.
  package var linkSecret = MockOptions.developmentSecret
  /// Accepted beside `linkSecret`, while it is being changed.
  package var olderLinkSecret: String?
  /// Who uses the console must have it, where more than loopback is listened on; without one it is
  /// made up.
  package var adminToken: String?
  /// The bytes of `mocks/seed.json`.
  package var seedData: [UInt8]
  /// What the WeChat platform is set up with, instead of the seed's apps.
  package var wechat: WeChatConfig?
  /// The files of `mocks/openapi/`, by name; without them the sites serve no documents.
  package var openAPI: [String: [UInt8]] = [:]
  /// The files of `mocks/wechat/`, by name; without them nothing is paid with WeChat.
  package var wechatFiles: [String: [UInt8]] = [:]
  /// Without one nothing is logged.
  package var logger: Logger?

  package init(seedData: [UInt8]) {
    self.seedData = seedData
  }
}
