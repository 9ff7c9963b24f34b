/// Why the form of a page was not sent.
struct UnsentForm {
  /// Where the reason lies.
  enum Part {
    /// Its page could not be had, or has no form.
    case page
    /// There are several, or others than the one that was named.
    case form
    /// The form lacks a field, or a field takes no such value.
    case field
  }

  let part: Part
  /// `its page answered 404`
  let why: String

  /// `nil` for a detail that is about something else.
  init?(_ detail: String) {
    let opening = "the form was not sent: "
    guard detail.hasPrefix(opening) else { return nil }
    why = String(detail.dropFirst(opening.count))
    if why.hasPrefix("its page ") || why == "the page has no form" {
      part = .page
    } else if why.hasPrefix("it has no field ") || why.hasPrefix("its field ") {
      part = .field
    } else {
      part = .form
    }
  }
}
