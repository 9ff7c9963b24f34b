import LinkageCore

/// What a reader should know of the figures above it.
enum LinkNote: Equatable {
  /// What the signs beside a promise stand for.
  case promise
  /// From how many samples on the p95 of all changes has an upper bound.
  case tooFew(needed: Int)
  /// Several samples of one write count as one.
  case sharedWrites(link: String, samples: Int, writes: Int)

  /// Only links whose p95 is shown have notes.
  static func all(of links: [LinkSummary]) -> [LinkNote] {
    let shown = links.compactMap { link in
      link.isHighShown ? link.estimates.map { (link, $0) } : nil
    }
    let isJudged = shown.contains { $1.sloAnswer != nil }
    // More samples do not mend what is broken already.
    let short = shown.filter {
      $1.p95.upper == nil && $1.writes < $1.p95.samplesNeeded && $1.sloAnswer != .fail
    }
    let few = short.first.map { LinkNote.tooFew(needed: $1.p95.samplesNeeded) }
    return (isJudged ? [.promise] : []) + (few.map { [$0] } ?? [])
      + shown.filter { $1.writes < $0.samples }.map {
        .sharedWrites(link: $0.link.text, samples: $0.samples, writes: $1.writes)
      }
  }
}
