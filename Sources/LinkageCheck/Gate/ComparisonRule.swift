import LinkageCore
import LinkageStatistics

/// Compares a quantile of a link run by run: runs differ by more than their samples do, so samples of
/// several runs are never pooled.
struct ComparisonRule {
  let quantile: GateQuantile
  let link: Link
  /// How much worse may be, as a share of the baseline.
  let by: Double
  /// The run that is judged belongs to the baseline.
  let isOwn: Bool

  func answer(
    baseline: [GateFigures], new: [GateFigures]
  ) -> (Judgement, GateRuleResult.Measured) {
    let (old, now) = (bounds(of: baseline), bounds(of: new))
    var comparison = GateComparison(
      baseline: side(old), new: side(now), allowed: nil, chance: nil, isOwnBaseline: isOwn)
    let isEnough =
      old.count >= GateComparison.baselineNeeded && now.count >= GateComparison.newNeeded
    // Where most runs of the baseline never saw it, nothing can be worse.
    guard isEnough, !isOwn, let base = comparison.baseline.median,
      let test = MannWhitney(now.map(point), over: old.map(point))
    else { return (.unknown, .comparison(comparison)) }
    let widths = (old + now).compactMap { bounds in bounds.upper.map { $0 - bounds.lower } }
    let share = Int64((Double(max(base.count, 0)) * by).rounded())
    let allowed = max(share, LowerMedian.of(widths) ?? 0)
    comparison.allowed = Nanoseconds(allowed)
    comparison.chance = test.different
    return (judgement(comparison, base.count, allowed), .comparison(comparison))
  }

  /// A difference that chance explains proves nothing, and one within what is allowed does not matter.
  private func judgement(_ found: GateComparison, _ base: Int64, _ allowed: Int64) -> Judgement {
    if let median = found.new.median, median.count - base <= allowed { return .pass }
    return (found.chance ?? 1) <= GateComparison.significance ? .fail : .unknown
  }

  private func bounds(of runs: [GateFigures]) -> [Bounds] {
    runs.compactMap { $0.sample(of: link).bounds(at: quantile.share) }
  }

  private func side(_ bounds: [Bounds]) -> GateComparison.Side {
    let median = LowerMedian.of(bounds.map(point)) ?? .infinity
    return GateComparison.Side(
      runs: bounds.count, median: median.isFinite ? Nanoseconds(Int64(median)) : nil)
  }

  /// Never is greater than anything.
  private func point(_ bounds: Bounds) -> Double { bounds.point.map(Double.init) ?? .infinity }
}
