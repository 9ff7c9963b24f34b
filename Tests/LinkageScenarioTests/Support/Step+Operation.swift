import LinkageCore

extension Step {
  /// The operation that it does; one that needs nothing where it does none.
  var operation: Operation {
    operations.first
      ?? Operation(
        name: id, platform: "", requests: [], inputs: [], outputs: [], errors: nil, reads: [],
        writes: [], isWrite: false, probeSpacing: nil)
  }
}
