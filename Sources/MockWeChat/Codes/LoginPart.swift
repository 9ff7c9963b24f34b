import MockKit

/// The codes that `wx.login` and the phone number button give an app, and what they are worth.
struct LoginPart: WeChatPart {
  let context: WeChatContext
  private let loginCodes: CodeBook
  private let phoneCodes: CodeBook

  init(context: WeChatContext) {
    self.context = context
    loginCodes = CodeBook(clock: context.clock, seed: context.seed, length: 32)
    phoneCodes = CodeBook(clock: context.clock, seed: context.seed, length: 64)
  }

  var endpoints: [WeChatOperation] {
    [
      WeChatOperation(
        .get, "/sns/jscode2session",
        SessionEndpoint(app: context.app, codes: loginCodes, anyCode: context.anyCode)),
      WeChatOperation(
        .post, "/wxa/business/getuserphonenumber",
        PhoneNumberEndpoint(
          app: context.app, tokens: context.tokens, codes: phoneCodes,
          anyCode: context.anyCode, clock: context.clock)),
    ]
  }

  var routes: [Route] {
    [
      Route(
        .post, "/_control/login-codes",
        LoginCodesHandler(seed: context.seed, loginCodes: loginCodes, phoneCodes: phoneCodes))
    ]
  }

  var keeper: MemoryKeeper { MemoryKeeper([keeper(of: loginCodes), keeper(of: phoneCodes)]) }

  private func keeper(of book: CodeBook) -> MemoryKeeper {
    MemoryKeeper {
      book.memory
    } restore: {
      book.memory = $0
    }
  }
}
