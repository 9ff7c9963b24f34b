import LinkageCore

/// Gives the steps that hold others the status and duration of what is inside them.
struct GroupJudge {
  var outline: [Outline.Step]
  var record: CaseRecord
  var tree: StepTree

  /// Inmost first, so that each finds those inside it done.
  func complete(_ verdicts: inout [StepVerdict]) {
    for index in outline.indices.reversed() where outline[index].isGroup {
      // A clean-up runs after the flow that it belongs to.
      let children = tree.children(of: index).filter {
        outline[index].isFinally || !outline[$0].isFinally
      }
      if children.contains(where: { verdicts[$0].status == .failed }),
        verdicts[index].status != .skipped
      {
        verdicts[index].status = .failed
      }
      verdicts[index].duration = duration(of: index)
    }
  }

  private func duration(of index: Int) -> Nanoseconds? {
    let inside = tree.descendants(of: index).filter {
      outline[index].isFinally || !outline[$0].isFinally
    }
    return StepRecord.duration(of: inside.map { record.steps[$0] })
  }
}
