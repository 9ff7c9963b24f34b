/// Why a text says no latency.
package enum LinkLatencyError: Error, Sendable, Equatable {
  case empty
  /// Neither a length such as `300ms` nor any of the forms.
  case unknownForm(String)
  case badLength(String)
  /// Longer than `LinkLatency.longest`.
  case tooLong(String)
  /// `from..to` with the larger one first.
  case reversed(from: String, to: String)
  /// The number behind a lognormal's median or a Pareto distribution's least.
  case badSpread(String)
  /// A part of a mixture that begins with no share such as `90%`.
  case badShare(String)
  /// What the shares of a mixture add up to, in percent.
  case sharesNotWhole(sum: Double)
}
