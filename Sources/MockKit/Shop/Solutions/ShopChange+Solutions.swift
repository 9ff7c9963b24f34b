/// What the website decides about what is made to order.
extension ShopChange {
  func receive(_ command: AskForSolution, from member: String) throws -> Solution {
    let now = timestamp
    let solution = Solution(
      solutionId: ids.solution(try Counter.solution.next(in: database)), memberId: member,
      origin: command.platform, title: command.title, need: command.need,
      budget: command.budget, stage: .received, version: 1,
      stages: [Solution.Step(stage: .received, note: nil, amount: nil, at: now)],
      contact: .shop, createdAt: now)
    try put(solution)
    return solution
  }

  func move(_ solution: Solution, _ command: MoveSolution) throws -> Solution {
    guard solution.stage.next.contains(command.stage) else {
      throw SolutionError.notNext(command.stage, after: solution.stage, of: solution.solutionId)
    }
    var moved = solution
    moved.stage = command.stage
    moved.version += 1
    moved.stages.append(
      Solution.Step(
        stage: command.stage, note: command.note, amount: command.amount,
        at: moment(after: solution.stages.last?.at ?? solution.createdAt)))
    try put(moved)
    return moved
  }

  /// Writes it down, and tells the other side and the member.
  private func put(_ solution: Solution) throws {
    try LinkApplier(change: self).take(solution)
    try publish(.solutionMoved, of: solution.solutionId, for: solution.memberId, solution)
  }
}

extension LinkApplier {
  /// Each stage carries those before, so the member is told of all of them in order, also where a
  /// later one has overtaken an earlier one.
  func take(_ solution: Solution) throws {
    var solution = understood(solution)
    solution.memberId = try known(solution.memberId)
    try Solutions.put(solution, in: database)
    for news in News.all(of: solution) { try news.post(by: change.shop, in: database) }
  }
}
