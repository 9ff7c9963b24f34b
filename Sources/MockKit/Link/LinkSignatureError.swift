/// Why a message of the link is not believed.
package enum LinkSignatureError: Error, Sendable, Equatable {
  case missing(String)
  case badTimestamp(String)
  /// Both in seconds since 1970.
  case outsideTolerance(sent: Int64, now: Int64)
  case mismatch
  /// The id that was signed is not the event's.
  case otherEvent(signed: String, event: String)
}
