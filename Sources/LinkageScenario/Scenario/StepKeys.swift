/// The keys of a step.
enum StepKeys {
  private static let common = [
    "id", "as", "with", "expect", "sync", "let", "when", "fails", "may_fail", "soft",
  ]

  /// A step that does an operation has no request of its own.
  static func known(in node: YAMLNode) -> [String] {
    let requests = RequestReader.keys + RequestReader.answerKeys
    let hasRequest = RequestReader.methods.contains { node.value($0) != nil }
    let hasOperation = node.value("do") != nil
    return (hasRequest && !hasOperation ? [] : ["do"]) + common
      + (hasOperation && !hasRequest ? [] : requests)
  }
}
