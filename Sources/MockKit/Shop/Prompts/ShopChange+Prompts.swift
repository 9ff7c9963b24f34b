extension ShopChange {
  /// One a day for each member, whichever platform asks first.
  func prompt(_ member: String, on platform: ShopSide, page: String) throws -> Prompt? {
    let now = shop.clock.now
    let date = CalendarDate.inChina(now)
    let before = try Prompts.count(on: date, of: member, in: database)
    guard before == 0 || promptsAgain(member, after: before) else { return nil }
    let prompt = Prompt(
      promptId: "pr_\(member)_\(date)" + (before == 0 ? "" : "_\(before + 1)"),
      memberId: member, kind: PromptKind(on: platform), platform: platform, page: page,
      date: date, shownAt: MockClock.timestamp(now), dismissedAt: nil)
    try Prompts.put(prompt, in: database)
    try publish(.promptShown, of: prompt.promptId, for: member, prompt)
    return prompt
  }

  /// What is dismissed already keeps its time.
  func dismissPrompt(_ id: String, of member: String) throws -> Prompt {
    var prompt = try Prompts.find(id, of: member, in: database)
    guard prompt.dismissedAt == nil else { return prompt }
    prompt.dismissedAt = timestamp
    try Prompts.put(prompt, in: database)
    try publish(.promptDismissed, of: id, for: member, prompt)
    return prompt
  }
}

extension LinkApplier {
  func take(_ prompt: Prompt) throws {
    var prompt = prompt
    prompt.memberId = try known(prompt.memberId)
    try Prompts.put(prompt, in: database)
  }
}
