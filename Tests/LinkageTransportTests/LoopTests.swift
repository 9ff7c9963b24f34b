import Glibc
import LinkageCore
import LinkageTransport
import Synchronization
import Testing

@Suite("The loop", .timeLimit(.minutes(2)))
struct LoopTests {
  private final class Notes<Note: Sendable>: Sendable {
    private let notes = Mutex<[Note]>([])
    var all: [Note] { notes.withLock { $0 } }
    func add(_ note: Note) { notes.withLock { $0.append(note) } }
  }

  @Test("a task that prefers the loop stays on its thread through every await")
  func thread() async throws {
    try await withServer(always: [.ok()]) { server, transport in
      let threads = Notes<Bool>()
      await withTaskExecutorPreference(transport.executor) {
        let first = pthread_self()
        for _ in 0..<5 {
          _ = await transport.send(.get(server.url), in: nil)
          threads.add(pthread_self() == first)
          await transport.sleep(until: transport.now() + .microseconds(100))
          threads.add(pthread_self() == first)
          let session = await transport.openSession()
          await transport.close(session)
          threads.add(pthread_self() == first)
        }
      }
      #expect(threads.all == Array(repeating: true, count: 15))
    }
  }

  @Test("jobs of one task after another run in the order they came")
  func order() async throws {
    let loop = try Loop()
    let notes = Notes<Int>()
    await withTaskExecutorPreference(loop) {
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<100 {
          group.addTask {
            notes.add(number)
            await Task.yield()
            notes.add(100 + number)
          }
        }
      }
    }
    #expect(notes.all == Array(0..<200))
  }

  @Test("sleepers wake by deadline, never early, whatever the order they came in")
  func timers() async throws {
    let transport = try CurlTransport()
    let woken = Notes<(number: Int, isEarly: Bool)>()
    await withTaskExecutorPreference(transport.executor) {
      // All in one turn of the loop, so that all sleep before the first wakes.
      let start = transport.now() + .seconds(1)
      await withTaskGroup(of: Void.self) { group in
        for number in (0..<50).shuffled() {
          group.addTask {
            let moment = start + .microseconds(Int64(number) * 200)
            await transport.sleep(until: moment)
            woken.add((number, transport.now() < moment))
          }
        }
      }
    }
    #expect(!woken.all.contains { $0.isEarly })
    #expect(woken.all.map(\.number) == Array(0..<50))
    let lateness = try #require(await transport.lateness())
    #expect(.zero <= lateness.p50)
    #expect(lateness.p50 <= lateness.p99)
    #expect(lateness.p99 <= lateness.max)
    await transport.shutdown()
  }

  @Test("a moment that has passed returns and counts for no timer")
  func past() async throws {
    let transport = try CurlTransport()
    await transport.sleep(until: Instant(0))
    await transport.sleep(until: transport.now())
    #expect(await transport.lateness() == nil)
    await transport.shutdown()
  }

  @Test("a cancelled sleeper wakes at once, before or after it began")
  func cancelledSleep() async throws {
    let transport = try CurlTransport()
    let far = transport.now() + .seconds(3600)
    for isEarly in [true, false] {
      let begun = AsyncStream.makeStream(of: Void.self)
      let sleeper = Task {
        if isEarly { while !Task.isCancelled { await Task.yield() } }
        begun.continuation.yield()
        await transport.sleep(until: far)
      }
      if isEarly { sleeper.cancel() }
      for await _ in begun.stream { break }
      sleeper.cancel()
      await sleeper.value
    }
    #expect(transport.now() < far)
    await transport.shutdown()
  }

  @Test("many sleepers come and go")
  func manyCancelled() async throws {
    let transport = try CurlTransport()
    let far = transport.now() + .seconds(3600)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2000 { group.addTask { await transport.sleep(until: far) } }
      group.cancelAll()
    }
    #expect(transport.now() < far)
    await transport.shutdown()
  }
}
