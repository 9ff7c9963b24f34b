import Synchronization

/// What a site says of itself. The files are read when somebody asks, so that starting does not wait.
package final class Documentation: Sendable {
  let accounts: [SeedData.Account]
  private let address: @Sendable () -> String?
  private let sources: OpenAPISources
  private let side: ShopSide
  private let known = Mutex<DocumentTree?>(nil)

  /// - Parameter wechat: where the WeChat platform is, as soon as that is known.
  package init(
    of side: ShopSide, sources: OpenAPISources, accounts: [SeedData.Account],
    wechat: @escaping @Sendable () -> String?
  ) {
    address = wechat
    self.side = side
    self.sources = sources
    self.accounts = accounts
  }

  var wechat: String {
    address() ?? "http://127.0.0.1:\(MockServerName.wechat.defaultPort)"
  }

  func document() throws -> DocumentTree {
    try known.withLock { known in
      if let known { return known }
      let document = try sources.document(of: side)
      known = document
      return document
    }
  }

  package var routes: [Route] {
    [
      Route(.get, "/openapi.json", OpenAPIHandler(documentation: self)),
      Route(.get, "/docs", DocsHandler(documentation: self)),
    ]
  }
}
