import MockKit

/// How often what may be called, and what fails because somebody wants it to.
struct LimitPart: WeChatPart {
  let context: WeChatContext
  /// Of all other parts.
  private let paths: [String]

  init(context: WeChatContext, paths: [String]) {
    self.context = context
    self.paths = paths
  }

  private static let showPath = "/cgi-bin/openapi/quota/get"
  private static let secretPath = "/cgi-bin/clear_quota/v2"

  private var known: KnownPaths {
    KnownPaths(all: paths + [ClearQuotaEndpoint.path, Self.secretPath, Self.showPath])
  }

  var endpoints: [WeChatOperation] {
    let (tokens, quotas) = (context.tokens, context.quotas)
    return [
      WeChatOperation(
        .post, ClearQuotaEndpoint.path, ClearQuotaEndpoint(tokens: tokens, quotas: quotas)),
      WeChatOperation(
        .post, Self.secretPath, ClearQuotaBySecretEndpoint(apps: context.apps, quotas: quotas)),
      WeChatOperation(
        .post, Self.showPath,
        ShowQuotaEndpoint(tokens: tokens, quotas: quotas, paths: known.all)),
    ]
  }

  var routes: [Route] {
    let (quotas, failures) = (context.quotas, context.failures)
    return [
      Route(.get, "/_control/quotas", QuotasHandler(quotas: quotas)),
      Route(.put, "/_control/quotas", SetQuotaHandler(quotas: quotas, paths: known)),
      Route(.delete, "/_control/quotas", ResetQuotasHandler(quotas: quotas)),
      Route(.get, "/_control/failures", FailuresHandler(failures: failures)),
      Route(.post, "/_control/failures", OrderFailureHandler(failures: failures, paths: known)),
      Route(.delete, "/_control/failures", ForgetFailuresHandler(failures: failures)),
      Route(.delete, "/_control/failures/{id}", ForgetFailuresHandler(failures: failures)),
    ]
  }

  var keeper: MemoryKeeper {
    MemoryKeeper { [quotas = context.quotas] in
      quotas.memory
    } restore: { [quotas = context.quotas, failures = context.failures] in
      quotas.memory = $0
      failures.clear()
    }
  }
}
