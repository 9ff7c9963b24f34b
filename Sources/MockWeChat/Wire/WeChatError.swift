/// The platform's errors, by the name of their text.
enum WeChatError: Error, Sendable, Equatable {
  case invalidCredential, invalidGrantType, invalidOpenid, invalidAppid, invalidCode, invalidURL
  case invalidSecret, codeUsed, tokenMissing, appidMissing, secretMissing, codeMissing
  case tokenExpired, requiresGet, requiresPost, emptyBody, dailyLimit, minuteLimit, badData
  case invalidTemplate, refusedByUser
  /// The path of a field, such as `data.thing1.value`.
  case emptyArgument(String)
  case badArgument(String)
  case invalidRefreshToken, codeBlocked, refreshTokenMissing, openidMissing, refreshTokenExpired
  case invalidSignatureMethod, invalidSessionSignature
  case invalidArguments, invalidScene, pathLength, invalidPagePath, sceneLength, invalidWidth
  case invalidQuery, invalidPageTitle, invalidPage, codeCount, noRelease, reservedField
  case longTimeQuota, timeLimit, invalidVersion, unknownLink, unauthorized
  case invalidToken, clearLimit, unknownQuotaPath, foreignQuotaPath
  case riskyContent, invalidOrder, systemError
  case invalidMediaType, invalidFileType, invalidImageSize, invalidMedia, invalidMessageType
  case mediaMissing
  case emptyContent, windowClosed, windowUsedUp

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
    case .invalidRefreshToken: 40030
    case .codeBlocked: 40226
    case .refreshTokenMissing: 41003
    case .openidMissing: 41009
    case .refreshTokenExpired: 42002
    case .invalidSignatureMethod: 87008
    case .invalidSessionSignature: 87009
    case .invalidArguments: 40097
    case .invalidScene: 40129
    case .pathLength: 40159
    case .invalidPagePath: 40165
    case .sceneLength: 40169
    case .invalidWidth: 40189
    case .invalidQuery: 40212
    case .invalidPageTitle: 40225
    case .invalidPage: 41030
    case .codeCount: 45029
    case .noRelease: 85079
    case .reservedField: 85096
    case .longTimeQuota: 85400
    case .timeLimit: 85401
    case .invalidVersion: 85402
    case .unknownLink: 85403
    case .unauthorized: 48001
    case .invalidToken: 40014
    case .clearLimit: 48006
    case .unknownQuotaPath: 76021
    case .foreignQuotaPath: 76022
    case .riskyContent: 87014
    case .invalidOrder: 89300
    case .systemError: -1
    case .invalidMediaType: 40004
    case .invalidFileType: 40005
    case .invalidImageSize: 40009
    case .invalidMedia: 40007
    case .invalidMessageType: 40008
    case .mediaMissing: 41005
    case .emptyContent: 44004
    case .windowClosed: 45015
    case .windowUsedUp: 45047
    }
  }
}
