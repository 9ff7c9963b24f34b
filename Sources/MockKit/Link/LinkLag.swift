/// How long events took from their commit to the other side's acknowledgement: the latest thousand.
struct LinkLag: Sendable {
  private static let most = 1000

  private var lags: [Duration] = []
  private var oldest = 0

  var last: Duration? { lags.isEmpty ? nil : lags[(oldest + lags.count - 1) % lags.count] }

  mutating func add(_ lag: Duration) {
    guard lags.count == Self.most else { return lags.append(lag) }
    lags[oldest] = lag
    oldest = (oldest + 1) % Self.most
  }

  /// The smallest lag that this share of them does not exceed; nothing where there are none.
  func quantile(_ share: Double) -> Duration? {
    guard !lags.isEmpty else { return nil }
    let rank = Int((share * Double(lags.count)).rounded(.up))
    return lags.sorted()[max(rank, 1) - 1]
  }
}
