import Foundation
import MockKit

/// What the pages say, in one language.
package struct PageWords: Sendable {
  /// `en` or `zh-CN`.
  let language: String
  package let texts: [String: String]

  /// By `?lang=`, else by what was chosen before, else by what the browser prefers, else English.
  static func preferred(by call: Call) -> PageWords {
    let wanted =
      call.query["lang"] ?? CookieCarrier.value(of: cookie, in: call)
      ?? call.headers["accept-language"] ?? ""
    let first = wanted.lowercased().split(separator: ",").first { part in
      let tag = part.drop { $0 == " " }
      return tag.hasPrefix("zh") || tag.hasPrefix("en")
    }
    return first?.drop { $0 == " " }.hasPrefix("zh") == true ? .chinese : .english
  }

  /// Keeps the language that `?lang=` has chosen.
  static func choice(in call: Call) -> [Reply.Header] {
    guard call.query["lang"] != nil else { return [] }
    let language = preferred(by: call).language
    return [Reply.Header("Set-Cookie", "\(cookie)=\(language); Path=/; SameSite=Lax")]
  }

  private static let cookie = "lang"

  /// What a field's value is called: a status, a level, a kind by its word, a moment in Shanghai's
  /// time; any other one as it is.
  func text(of value: String, named field: String) -> String {
    if let word = texts["\(field)_\(value)"] { return word }
    if field.hasSuffix("At") || field == "at" || field == "validUntil" {
      return ChinaTime.minutes(of: value) ?? value
    }
    return value
  }
}

extension PageWords {
  /// What a form that came too late, or from elsewhere, is answered.
  var expired: [String: String] {
    ["title": texts["expiredTitle"] ?? "", "detail": texts["expiredDetail"] ?? ""]
  }

  /// The name of a problem; that of the API, where there is none in this language.
  func problem(_ problem: PageValue) -> String {
    word(for: problem) ?? problem["title"].text ?? ""
  }

  /// What the API says besides, where the name alone would not help.
  func detail(of problem: PageValue) -> String {
    let isField = problem["type"].text == "/problems/invalid-request"
    return word(for: problem) == nil || isField ? problem["detail"].text ?? "" : ""
  }

  private func word(for problem: PageValue) -> String? {
    (problem["type"].text ?? "").split(separator: "/").last.flatMap { texts["problem_\($0)"] }
  }
}
