import LinkageCore

struct EnglishViolationWords: ViolationWords {
  let nobody = "(nobody)"

  func place(_ step: String) -> String { ", at \(step)" }
  func elements(_ count: Int) -> String { count == 1 ? "1 element" : "\(count) elements" }
  func more(_ count: Int) -> String { "… and \(count) more; results.json holds them all" }

  func sentence(_ facts: ViolationFacts) -> String {
    let what = facts.what ?? "something"
    let place = facts.platform.map { " on \($0)" } ?? ""
    switch facts.type {
    case .lost: return gone(facts, what, place, "is lost", before: "was acknowledged")
    case .vanished: return gone(facts, what, place, "has vanished", before: "was visible\(place)")
    case .phantom:
      let error = facts["refused"].map { " (`\($0)`)" } ?? ""
      return "\(what) is visible\(place), though the write that asked for it was refused\(error)"
    case .flickered:
      guard let field = facts.field else { return "\(what) was visible\(place), then gone again" }
      return went(field, what, place, facts["expected"], facts)
    case .wentBack:
      return went(facts.field ?? "a status", what, place, facts["earlier"], facts)
        + ", which the contract does not allow"
    case .stale: return stale(facts, what, place)
    case .outOfOrder:
      return
        "a later state of \(what) was visible\(place), and a read sent after that does not find it"
    case .blocked:
      let link = "\(facts["from"] ?? "?")→\(facts.platform ?? "?")"
      return "the link \(link) is blocked: \(facts["stuck"] ?? "several") changes never arrived, "
        + "\(what) first, and nothing acknowledged after it did"
    default: return sum(facts, what, place)
    }
  }

  private func went(
    _ field: String, _ what: String, _ place: String, _ from: String?, _ facts: ViolationFacts
  ) -> String {
    "\(field) of \(what)\(place) went from \(from ?? "?") to \(facts["found"] ?? "?")"
  }

  private func gone(
    _ facts: ViolationFacts, _ what: String, _ place: String, _ word: String, before: String
  ) -> String {
    guard let field = facts.field, let expected = facts["expected"] else {
      return "\(what) \(word): it \(before), and the last two reads\(place) do not find it"
    }
    let shows = facts["found"].map { "show \($0)" } ?? "lack it"
    return
      "a change of \(what) \(word): \(field) \(expected) \(before), and the last two reads\(place) \(shows)"
  }

  private func stale(_ facts: ViolationFacts, _ what: String, _ place: String) -> String {
    guard let field = facts.field, let expected = facts["expected"] else {
      return "\(what) is not found\(place), though it was acknowledged before"
    }
    guard let found = facts["found"] else {
      return "\(field) of \(what)\(place) lacks \(expected), which was acknowledged before"
    }
    return
      "\(field) of \(what)\(place) is still \(found), though \(expected) was acknowledged before"
  }

  /// What is counted, compared or kept apart.
  private func sum(_ facts: ViolationFacts, _ what: String, _ place: String) -> String {
    let field = facts.field ?? "a value"
    let found = facts["found"] ?? "?"
    switch facts.type {
    case .duplicated:
      if let other = facts["other"] {
        return "one submission (\(facts["submission"] ?? "?")) made both \(what) and \(other)"
      }
      return "\(field)\(place) lists \(found) more than once"
    case .notConserved: return notConserved(facts, "\(field) of \(what)\(place) is \(found)")
    case .usedTwice: return "\(what) was used \(found) times"
    case .diverged: return diverged(facts, field, what, place, found)
    case .leaked:
      return
        "data of \(facts["owner"] ?? "a member") was shown\(place) to somebody who may not see it"
    case .notRefused:
      guard let earlier = facts["earlier"] else { return "a forged message was accepted\(place)" }
      return "a forged message changed \(field) of \(what)\(place) from \(earlier) to \(found)"
    case .restless:
      return went(field, what, place, facts["earlier"], facts) + ", though nothing changed it"
    default:
      return "\(facts.type.rawValue): \(what)\(place)"
        + (facts.rest.isEmpty ? "" : "; \(facts.rest)")
    }
  }

  private func notConserved(_ facts: ViolationFacts, _ found: String) -> String {
    if let sum = facts["sum"] { return "\(found), and its entries add up to \(sum)" }
    if let most = facts["most"], let least = facts["least"] {
      return "\(found), and by all that happened it lies between \(least) and \(most)"
    }
    if let least = facts["least"] { return "\(found), below the least that is allowed, \(least)" }
    return "\(found), which does not add up"
  }

  private func diverged(
    _ facts: ViolationFacts, _ field: String, _ what: String, _ place: String, _ found: String
  ) -> String {
    if let platform = facts["deletedOn"] {
      return "\(what) was deleted on \(platform) and is still there\(place)"
    }
    guard let other = facts["other"] else { return "\(what)\(place) is not the same everywhere" }
    return
      "\(field) of \(what) stays \(found)\(place) and \(other) on \(facts["otherPlatform"] ?? "?")"
  }
}
