/// A form that was not sent, by where the reason lies.
enum UnsentForm {
  /// Its page could not be had, or is none.
  case page
  /// No form, several, or another one than was named.
  case form
  /// A field that the form lacks, or that takes no such value.
  case field

  /// `nil` for a detail that is about something else.
  init?(_ detail: String) {
    let opening = "the form was not sent: "
    guard detail.hasPrefix(opening) else { return nil }
    let why = detail.dropFirst(opening.count)
    if why.hasPrefix("its page ") {
      self = .page
    } else if why.hasPrefix("it has no field ") || why.hasPrefix("its field ") {
      self = .field
    } else {
      self = .form
    }
  }
}
