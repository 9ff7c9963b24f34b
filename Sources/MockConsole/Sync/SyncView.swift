import MockKit

/// `GET /sync`.
struct SyncView: Encodable {
  struct Direction: Encodable {
    let direction: LinkDirection
    /// `up`, `down` (a fault), `paused` or `disabled` (the receiver is gone).
    let state: String
    /// Events in the outbox.
    let depth: Int
    let oldestMs: Int?
    let lagMs: LinkReport.Lag?
    let delivered: Int
    let retries: Int
    let deadLetters: Int

    init(_ report: LinkReport) {
      let status = report.status
      direction = report.direction
      state =
        status.isDisabled ? "disabled" : report.down ? "down" : status.isPaused ? "paused" : "up"
      depth = status.pending
      oldestMs = report.oldestMs
      lagMs = report.lagMs
      delivered = status.delivered
      retries = status.retries
      deadLetters = status.deadLetters
    }
  }

  struct Letter: Encodable {
    let direction: LinkDirection
    let event: String
    let type: String
    let subject: String
    let committedAt: String
    let attempts: Int
    let reason: String

    init(_ direction: LinkDirection, _ letter: DeadLetter) {
      self.direction = direction
      event = letter.event
      type = letter.type
      subject = letter.subject
      committedAt = letter.committedAt
      attempts = letter.attempts
      reason = letter.reason
    }
  }

  let epoch: UInt64
  /// Messages of an earlier epoch that came too late.
  let discarded: Int
  let directions: [Direction]
  /// Oldest first.
  let alerts: [LinkAlert]
}
