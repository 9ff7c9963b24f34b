/// The steps of a scenario or flow that have been read, by their ids.
///
/// A reference: each step is read against those before it, and a copy for each would cost.
final class DoneSteps {
  private var models: [String: StepModel] = [:]

  subscript(id: String) -> StepModel? { models[id] }

  func add(_ model: StepModel, as id: String) { models[id] = model }
}
