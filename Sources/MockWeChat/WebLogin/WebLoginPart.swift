import MockKit

/// Logging in to websites: the page with the picture, what users do with it, and what websites ask
/// for the code.
struct WebLoginPart: WeChatPart {
  let context: WeChatContext
  private let book: QRLoginBook
  private let codes: CodeBook
  private let grants: OAuthBook

  init(context: WeChatContext) {
    self.context = context
    book = QRLoginBook(clock: context.clock, seed: context.seed)
    codes = CodeBook(
      "web", clock: context.clock, seed: context.seed, length: 32, life: .seconds(600))
    grants = OAuthBook(clock: context.clock, seed: context.seed)
  }

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .get, "/sns/oauth2/access_token",
        OAuthTokenEndpoint(context: context, codes: codes, grants: grants)),
      WeChatOperation(
        .get, "/sns/oauth2/refresh_token", OAuthRefreshEndpoint(context: context, grants: grants)),
      WeChatOperation(.get, "/sns/userinfo", OAuthUserEndpoint(context: context, grants: grants)),
      WeChatOperation(.get, "/sns/auth", OAuthCheckEndpoint(grants: grants)),
    ]
  }

  var routes: [Route] {
    [
      Route(.get, "/connect/qrconnect", QRPageHandler(context: context, book: book)),
      Route(.get, "/connect/l/qrconnect", QRPollHandler(book: book)),
      Route(.get, "/_control/qr-logins", ListQRLoginsHandler(book: book)),
      Route(.get, "/_control/qr-logins/{id}", ShowQRLoginHandler(book: book)),
    ] + StepQRLoginHandler.Step.allCases.map(route)
  }

  private func route(_ step: StepQRLoginHandler.Step) -> Route {
    Route(
      .post, "/_control/qr-logins/{id}/\(step.rawValue)",
      StepQRLoginHandler(step: step, context: context, book: book, codes: codes))
  }

  var keeper: MemoryKeeper {
    MemoryKeeper([
      MemoryKeeper { [book] in
        book.memory
      } restore: { [book] in
        book.memory = $0
      },
      MemoryKeeper { [codes] in
        codes.memory
      } restore: { [codes] in
        codes.memory = $0
      },
      MemoryKeeper { [grants] in
        grants.memory
      } restore: { [grants] in
        grants.memory = $0
      },
    ])
  }
}
