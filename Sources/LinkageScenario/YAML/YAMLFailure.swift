import LinkageCore

/// Why a text is no YAML that can be read on, and where.
struct YAMLFailure: Error, Sendable {
  var problem: Problem
  var range: Range<Int>
}
