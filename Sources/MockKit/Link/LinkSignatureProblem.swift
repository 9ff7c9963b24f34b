extension LinkSignatureError: ProblemConvertible {
  package var problem: Problem {
    Problem(401, "bad-signature", "The signature is not valid", detail: detail)
  }

  private var detail: String {
    switch self {
    case .missing(let header):
      return "The header \(header) is missing."
    case .badTimestamp(let text):
      return "webhook-timestamp is \"\(text)\", expected seconds since 1970."
    case .outsideTolerance(let sent, let now):
      return "webhook-timestamp is \(sent), more than \(LinkSignature.tolerance) s from \(now)."
    case .mismatch:
      return "No signature in webhook-signature fits the id, the timestamp and the body."
    case .otherEvent(let signed, let event):
      return "webhook-id is \(signed), but the event's id is \(event)."
    }
  }
}
