/// Whether somebody takes an app's messages.
enum Consent: Sendable, Equatable {
  case always
  /// So many more.
  case times(Int)
  case refused
}

/// What people answered when apps asked to send them messages.
struct Consents: Sendable {
  private struct Place: Sendable, Hashable {
    let openid: String
    /// Absent for all templates.
    let template: String?
  }

  private var answers: [Place: Consent] = [:]

  /// - Parameter usual: of those who were never asked.
  func consent(of openid: String, to template: String, usual: Consent) -> Consent {
    answers[Place(openid: openid, template: template)]
      ?? answers[Place(openid: openid, template: nil)] ?? usual
  }

  /// For all templates, whatever was answered before.
  mutating func set(_ consent: Consent, of openid: String) {
    answers = answers.filter { $0.key.openid != openid }
    answers[Place(openid: openid, template: nil)] = consent
  }

  mutating func set(_ consent: Consent, of openid: String, to template: String) {
    answers[Place(openid: openid, template: template)] = consent
  }

  /// So many messages more of the template.
  mutating func add(_ times: Int, of openid: String, to template: String) {
    let before = consent(of: openid, to: template, usual: .times(0))
    guard case .times(let left) = before else {
      return set(.times(times), of: openid, to: template)
    }
    set(.times(left + times), of: openid, to: template)
  }
}
