/// What a line under an excerpt is about.
enum MessageLabel: CaseIterable {
  case found, expected, known, attempt, sync, request, answer, note, recent, held, round,
    condition
}
