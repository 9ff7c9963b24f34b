/// Which step of which case, as positions in the outline.
public struct StepReference: Sendable, Hashable, Codable {
  public var `case`: Int
  public var step: Int

  public init(`case`: Int, step: Int) {
    self.case = `case`
    self.step = step
  }
}
