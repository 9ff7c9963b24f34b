import MockKit

/// The codes that `wx.login` and the phone number button give an app, what they are worth, and the
/// sessions that come of them.
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
        .get, "/sns/jscode2session", SessionEndpoint(context: context, codes: loginCodes)),
      WeChatOperation(
        .post, "/wxa/business/getuserphonenumber",
        PhoneNumberEndpoint(context: context, codes: phoneCodes)),
      WeChatOperation(.get, "/wxa/checksession", CheckSessionEndpoint(context: context)),
      WeChatOperation(.get, "/wxa/resetusersessionkey", ResetSessionEndpoint(context: context)),
    ]
  }

  var routes: [Route] {
    let session = "/_control/sessions/{openid}"
    return [
      Route(
        .post, "/_control/login-codes",
        LoginCodesHandler(context: context, loginCodes: loginCodes, phoneCodes: phoneCodes)),
      Route(.get, session, ShowSessionHandler(sessions: context.sessions)),
      Route(.post, "\(session)/rotate", RotateSessionHandler(sessions: context.sessions)),
      Route(.post, "\(session)/block", BlockSessionHandler(sessions: context.sessions)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper([
      keeper(of: loginCodes), keeper(of: phoneCodes),
      MemoryKeeper { [sessions = context.sessions] in
        sessions.memory
      } restore: { [sessions = context.sessions] in
        sessions.memory = $0
      },
    ])
  }

  private func keeper(of book: CodeBook) -> MemoryKeeper {
    MemoryKeeper {
      book.memory
    } restore: {
      book.memory = $0
    }
  }
}
