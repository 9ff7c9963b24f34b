import MockKit
import Synchronization

/// Takes messages to the apps' back ends: each until it is answered rightly within five seconds, three
/// times at most, five seconds apart.
final class PushCourier: Sendable {
  private let book: PushBook
  private let clock: MockClock
  private let writer: PushWriter
  private let client: WireClient
  private let chore: Chore
  private let tasks = Mutex<[Int: Task<Void, Never>]>([:])

  init(book: PushBook, writer: PushWriter, client: WireClient, clock: MockClock) {
    self.book = book
    self.writer = writer
    self.client = client
    self.clock = clock
    chore = Chore(clock: clock)
    chore.start { [weak self] in self?.work() }
  }

  /// Has a look at what is due.
  func wake() { chore.wake() }

  var isResting: Bool { chore.isResting && book.isResting }

  func stop() async {
    await chore.stop()
    let running = tasks.withLock { Array($0.values) }
    for task in running { task.cancel() }
    for task in running { await task.value }
    client.close()
  }

  private func work() -> Duration? {
    let (life, due) = book.takeDue()
    for delivery in due { start(delivery, life) }
    return book.nextDue
  }

  private func start(_ delivery: PushDelivery, _ life: Int) {
    tasks.withLock { tasks in
      tasks[delivery.id] = Task {
        let began = clock.now
        book.record(await attempt(delivery), of: delivery.id, began: began, life: life)
        forget(delivery.id)
        chore.wake()
      }
    }
  }

  private func forget(_ id: Int) { tasks.withLock { $0[id] = nil } }

  private func attempt(_ delivery: PushDelivery) async -> PushDelivery.Try {
    let at = clock.timestamp
    guard let settings = book.settings(of: delivery.appid) else {
      return .init(at: at, target: "", body: "", problem: "the app wants no messages any more")
    }
    let letter: PushLetter
    do {
      letter = try writer.letter(
        delivery.message, of: delivery.appid, to: settings,
        number: "\(delivery.id)|\(delivery.tries.count)")
    } catch {
      return .init(at: at, target: "", body: "", problem: "it cannot be encrypted: \(error)")
    }
    let answer = await answer(to: letter.request, from: settings.address)
    var made = PushDelivery.Try(at: at, target: letter.request.target, body: letter.body)
    let judge = PushJudge(settings: settings, appid: delivery.appid)
    judge.write(answer, to: &made)
    return made
  }

  /// An answer that takes longer than the platform waits is none.
  private func answer(
    to request: WireRequest, from address: PushAddress
  ) async -> Result<WireAnswer, WireError> {
    await withTaskGroup(of: Result<WireAnswer, WireError>.self) { group in
      group.addTask { [client] in
        do throws(WireError) {
          return .success(try await client.send(request, to: address.base))
        } catch {
          return .failure(error)
        }
      }
      group.addTask { [clock] in
        await clock.sleep(for: PushDelivery.patience)
        return .failure(.timedOut(after: PushDelivery.patience))
      }
      defer { group.cancelAll() }
      return await group.next() ?? .failure(.closed)
    }
  }
}
