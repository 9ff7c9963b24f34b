import GRDB
package import MockKit

/// What all of WeChat Pay works with.
struct PayDesk: Sendable {
  let keys: PayKeys
  let database: MockDatabase
  let clock: MockClock
  let client: WireClient
  let apps: AppBook
  let people: PeopleBook
  let numbers: PayNumbers
  let controls = PayControls()
  let chore: Chore
  let underWay: NoticesUnderWay

  init(_ setup: PaySetup, context: WeChatContext) {
    keys = setup.keys
    database = setup.database
    client = setup.client
    clock = context.clock
    (apps, people) = (context.apps, context.people)
    numbers = PayNumbers(seed: context.seed)
    chore = Chore(clock: context.clock)
    underWay = NoticesUnderWay(chore: chore)
  }

  func payment(_ value: String, by key: Payments.Key) async throws -> Payment? {
    try await database.read { try Payments.find(value, by: key, in: $0) }
  }

  /// Changes something, and has told whom it concerns.
  func change<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    let value = try await database.write(body)
    chore.wake()
    return value
  }
}

/// What WeChat Pay needs beside what the platform has anyway.
package struct PaySetup: Sendable {
  let keys: PayKeys
  package let database: MockDatabase
  let client: WireClient

  /// - Parameters:
  ///   - database: with the tables of `PaySchema`.
  ///   - client: tells merchants of what was paid.
  package init(keys: PayKeys, database: MockDatabase, client: WireClient) {
    self.keys = keys
    self.database = database
    self.client = client
  }
}
