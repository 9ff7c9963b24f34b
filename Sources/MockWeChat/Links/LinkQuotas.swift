/// How much an app may make and users may open; the platform's own numbers unless changed.
struct LinkQuotas: Sendable, Codable {
  /// Schemes and URL links made in a day.
  var linksADay = 500_000
  /// Schemes and URL links opened in a day.
  var opensADay = 6_000_000
  var shortLinksADay = 10_000_000
  /// Of all time.
  var permanentShortLinks = 100_000
  /// Paths with a code of `getwxacode` or `createwxaqrcode`, of all time.
  var codes = 100_000
}
