/// Why a choice among scenarios leaves none.
package enum EmptySelection: Sendable, Hashable {
  /// No scenario has what `--tag` asks for; the tags that there are.
  case tags([String], nearest: String?, known: [String])
  case priorities([String], known: [String])
  /// No id or title matches; the ids that there are.
  case pattern(String, nearest: String?, known: [String])
  /// What did not pass in the last run is not among these scenarios.
  case gone([String], run: String)
  /// Only scenarios that generate load fit, and they want to be asked for.
  case load(Int)
  /// Each wish alone finds some of so many, all together none.
  case combined(Int)
}
