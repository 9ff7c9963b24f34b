/// Where a platform's calls carry their session's token.
package protocol SessionCarrier: Sendable {
  func token(of call: Call) -> String?
}
