import MockKit

/// Hands the mini-program's news to WeChat, one after the other.
///
/// WeChat knows no key by which it would recognise a message that is sent again; so where its answer
/// is lost the message is sent again, rather than not at all.
struct MessageSender {
  private static let batch = 100
  private static let pause: Duration = .seconds(2)

  let shop: Shop
  let wechat: WeChatClient
  let app: SeedData.App

  /// - Returns: when to try again, where WeChat does not answer.
  func run() async -> Duration? {
    do {
      while try await sendSome() {}
      return nil
    } catch {
      return shop.clock.now + Self.pause
    }
  }

  /// - Returns: whether there was something to send.
  private func sendSome() async throws -> Bool {
    let waiting = try await shop.database.read {
      try NewsBook.waiting(limit: Self.batch, in: $0)
    }
    for message in waiting { try await send(message) }
    return !waiting.isEmpty
  }

  private func deliver(_ message: NewsBook.Message) async throws -> MessageOutcome {
    guard let body = SubscribeMessage(message, app: app) else {
      return .failed("The app has no template for such news.")
    }
    return try await wechat.send(body)
  }

  private func send(_ message: NewsBook.Message) async throws {
    let outcome = try await deliver(message)
    let id = message.news.notificationId
    try await shop.database.write { database in
      switch outcome {
      case .sent: try NewsBook.note(.sent, of: id, in: database)
      case .refused(let reason):
        try NewsBook.note(.refused, of: id, reason: reason, in: database)
      case .failed(let reason):
        try NewsBook.note(.failed, of: id, reason: reason, in: database)
      }
    }
  }
}

/// What WeChat said to a message. Where it could not be asked, that is thrown.
enum MessageOutcome: Sendable, Equatable {
  case sent
  /// The user does not want such messages, or not so many.
  case refused(String)
  /// The message itself is wrong; sending it again would not help.
  case failed(String)
}
