extension LinkBook.State {
  func on(_ day: Int64) -> LinkBook.Today {
    today.day == day ? today : LinkBook.Today(day: day)
  }

  /// Counts a link that is made, or says why it is not.
  mutating func count(_ kind: Link.Kind, isPermanent: Bool) -> WeChatError? {
    if kind == .shortLink {
      guard today.short < quotas.shortLinksADay else { return .dailyLimit }
      guard !isPermanent || permanent < quotas.permanentShortLinks else { return .longTimeQuota }
      today.short += 1
      permanent += isPermanent ? 1 : 0
    } else {
      guard today.made < quotas.linksADay else { return .dailyLimit }
      today.made += 1
    }
    count += 1
    return nil
  }
}
