/// A hint at the other platform that a member was shown, as both platforms list it and as it travels.
struct Prompt: Sendable, Equatable, Codable {
  /// Follows from the member and the day, so that there is one at most.
  let promptId: String
  var memberId: String
  let kind: PromptKind
  /// Where it was shown, and on which page.
  let platform: ShopSide
  let page: String
  /// In China.
  let date: String
  /// RFC 3339.
  let shownAt: String
  var dismissedAt: String?
}

/// Where a prompt leads.
enum PromptKind: String, Sendable, Codable {
  case openMiniProgram = "open-mini-program"
  case openWebsite = "open-website"

  /// That of what is shown there.
  init(on side: ShopSide) {
    self = side == .web ? .openMiniProgram : .openWebsite
  }

  var title: String {
    switch self {
    case .openMiniProgram: "在小程序里继续，随时随地查看"
    case .openWebsite: "到网站查看更多内容"
    }
  }

  var titleEn: String {
    switch self {
    case .openMiniProgram: "Go on in the mini-program, wherever you are"
    case .openWebsite: "See more on the website"
    }
  }
}
