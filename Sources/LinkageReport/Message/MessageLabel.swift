/// What a line under an excerpt is about.
enum MessageLabel: CaseIterable {
  case found, expected, known, attempt, sync, bound, request, answer, note, recent, held, round
}
