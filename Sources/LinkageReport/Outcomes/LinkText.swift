import LinkageCore

extension Link {
  /// `points mini→web`
  var text: String { (entity.map { $0 + " " } ?? "") + way }

  /// `mini→web`
  var way: String { "\(from)→\(to)" }
}
