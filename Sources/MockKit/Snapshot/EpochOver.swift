/// The state that a call began with was replaced while the call was under way.
struct EpochOver: ProblemConvertible, Equatable {
  var problem: Problem {
    Problem(
      503, "state-replaced", "The mocks were reset",
      detail: "The state was reset or replaced while this call was under way; nothing was changed.")
  }
}
