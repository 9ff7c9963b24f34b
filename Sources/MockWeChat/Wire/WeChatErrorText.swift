extension WeChatError {
  /// The platform's own words, its spelling included.
  var text: String {
    switch self {
    case .invalidCredential:
      "invalid credential, access_token is invalid or not latest, could get access_token by "
        + "getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r"
    case .invalidGrantType: "invalid grant_type"
    case .invalidOpenid: "invalid openid"
    case .invalidAppid: "invalid appid"
    case .invalidCode: "invalid code"
    case .invalidURL: "invalid url"
    case .invalidSecret: "invalid appsecret"
    case .codeUsed: "code been used"
    case .tokenMissing: "access_token missing"
    case .appidMissing: "appid missing"
    case .secretMissing: "appsecret missing"
    case .codeMissing: "missing code"
    case .tokenExpired: "access_token expired"
    case .requiresGet: "require GET method"
    case .requiresPost: "require POST method"
    case .emptyBody: "empty post data"
    case .dailyLimit: "reach max api daily quota limit"
    case .minuteLimit: "api minute-quota reach limit mustslower retry next minute"
    case .badData: "data format error"
    case .invalidTemplate: "invalid template_id"
    case .refusedByUser: "user refuse to accept the msg"
    case .emptyArgument(let path): "argument invalid! \(path) is empty"
    case .badArgument(let path): "argument invalid! \(path) invalid"
    case .invalidMediaType: "invalid media type"
    case .invalidFileType: "invalid file type"
    case .invalidMedia: "invalid media_id"
    case .invalidMessageType: "invalid message type"
    case .mediaMissing: "media data missing"
    case .emptyContent: "empty content"
    case .windowClosed: "response out of time limit or subscription is canceled"
    case .windowUsedUp: "out of response count limit"
    }
  }
}
