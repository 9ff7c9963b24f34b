/// The platform's errors, by the name of their text.
enum WeChatError: Error, Sendable, Equatable {
  case invalidCredential, invalidGrantType, invalidOpenid, invalidAppid, invalidCode, invalidURL
  case invalidSecret, codeUsed, tokenMissing, appidMissing, secretMissing, codeMissing
  case tokenExpired, requiresGet, requiresPost, emptyBody, dailyLimit, minuteLimit, badData
  case invalidTemplate, refusedByUser
  /// The path of a field, such as `data.thing1.value`.
  case emptyArgument(String)
  case badArgument(String)
  case invalidMediaType, invalidFileType, invalidMedia, invalidMessageType
  case emptyContent, windowClosed, windowUsedUp
  case invalidToken, invalidPage, clearLimit, unauthorized, unknownQuotaPath, foreignQuotaPath
  case riskyContent, mediaMissing

  var code: Int {
    switch self {
    case .invalidCredential: 40001
    case .invalidGrantType: 40002
    case .invalidOpenid: 40003
    case .invalidAppid: 40013
    case .invalidCode: 40029
    case .invalidTemplate: 40037
    case .invalidURL: 40066
    case .invalidSecret: 40125
    case .codeUsed: 40163
    case .tokenMissing: 41001
    case .appidMissing: 41002
    case .secretMissing: 41004
    case .codeMissing: 41008
    case .tokenExpired: 42001
    case .requiresGet: 43001
    case .requiresPost: 43002
    case .refusedByUser: 43101
    case .emptyBody: 44002
    case .dailyLimit: 45009
    case .minuteLimit: 45011
    case .badData: 47001
    case .emptyArgument, .badArgument: 47003
    case .invalidMediaType: 40004
    case .invalidFileType: 40005
    case .invalidMedia: 40007
    case .invalidMessageType: 40008
    case .emptyContent: 44004
    case .windowClosed: 45015
    case .windowUsedUp: 45047
    case .invalidToken: 40014
    case .mediaMissing: 41005
    case .invalidPage: 41030
    case .unauthorized: 48001
    case .clearLimit: 48006
    case .unknownQuotaPath: 76021
    case .foreignQuotaPath: 76022
    case .riskyContent: 87014
    }
  }
}
