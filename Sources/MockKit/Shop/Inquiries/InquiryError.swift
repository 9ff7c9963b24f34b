/// Why something cannot be done with an inquiry.
enum InquiryError: Error, Sendable, Equatable {
  case notFound(String)
  case closed(String)
  /// There is no quote, or it was answered.
  case notQuoted(String)
  case quoteExpired(String, until: String)
  /// There are as many messages as there may be.
  case full(String, most: Int)
}

extension InquiryError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .notFound(let id):
      Problem(
        404, "inquiry-not-found", "No such inquiry", detail: "You have no inquiry \(id).")
    case .closed(let id):
      Problem(
        409, "inquiry-closed", "The inquiry is closed",
        detail: "Inquiry \(id) is closed; send another one.")
    case .notQuoted(let id):
      Problem(
        409, "inquiry-not-quoted", "There is no quote to answer",
        detail: "Inquiry \(id) has no quote that waits for an answer; reply without `accept`.")
    case .quoteExpired(let id, let end):
      Problem(
        409, "quote-expired", "The quote has expired",
        detail: "The quote of inquiry \(id) was valid until \(end); ask for another one.")
    case .full(let id, let most):
      Problem(
        409, "inquiry-full", "The inquiry takes no more messages",
        detail: "Inquiry \(id) has \(most) messages; send another one.")
    }
  }
}
