import LinkageCore
import Values

/// Somebody who was known as one is known as another: two accounts became one, or it was another log-in.
struct Renaming {
  /// The name of the key.
  var key: String
  var from: Value
  var to: Value
  /// When the old one was asked for last, and the new one given first.
  var began: Instant
  var ended: Instant
}
