import LinkageCore

/// A platform as a target's files describe it.
struct PlatformModel {
  var name: String
  var title: LocalizedText?
  var base: Setting<String>?
  var session: Session?
  var link = LinkModel()
  var limits = LimitsModel()
  var place: Place
  /// What `link` and `limits` come to, made once: transports recognise it.
  private(set) var connection = Connection.standard

  init(name: String, base: Setting<String>? = nil, place: Place) {
    self.name = name
    self.base = base
    self.place = place
  }

  struct Session {
    var keepsCookies: Bool
    var headers: [Template.Entry]
    var missing: ProblemList
  }

  /// This where it says something, else the platform of the base.
  func extending(_ base: PlatformModel) -> PlatformModel {
    var result = self
    result.title = title ?? base.title
    result.base = self.base ?? base.base
    result.session = session ?? base.session
    result.link = link.extending(base.link)
    result.limits = limits.extending(base.limits)
    return result
  }

  mutating func connect() { connection = link.connection(limits) }

  /// The platform with an address; where no session is described, cookies are kept.
  func platform(at address: String) -> Target.Platform {
    Target.Platform(
      name: name, base: address, keepsCookies: session?.keepsCookies ?? true,
      sessionHeaders: session?.headers ?? [], timeout: limits.timeout?.value,
      inFlight: limits.inFlight?.value, rate: limits.rate?.value, connection: connection,
      maximumAnswer: limits.answer?.value, isTraced: link.isTraced?.value ?? true, place: place)
  }

  /// The variables that it needs, beyond those of its address, and that are not set.
  var missing: [ProblemList] {
    (session.map { [$0.missing] } ?? []) + link.missing + limits.missing
  }
}
