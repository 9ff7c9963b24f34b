import LinkageCore
import LinkageStatistics
import Testing

@testable import LinkageRunner

@Suite("A probe's place in its schedule")
struct ReadCursorTests {
  private static let ms: Int64 = 1_000_000
  private let start = Instant(7 * ms)
  private let schedule = ReadSchedule(
    deadline: 1_000 * ms, spacing: 2 * ms, bounds: [300 * ms], roundTrip: 3 * ms, phase: 0.4)

  private var cursor: ReadCursor { ReadCursor(start: start, schedule: schedule) }

  /// Where every read of the schedule goes out.
  private func offsets(_ moments: [Instant]) -> [Int64] { moments.map { ($0 - start).count } }

  @Test("is that of the schedule alone as long as it sends all reads itself, however late")
  func alone() {
    var cursor = cursor
    var due: [Instant] = []
    while let moment = cursor.due {
      due.append(moment)
      cursor.move(past: moment, sent: moment + .microseconds(300))
    }
    #expect(offsets(due) == schedule.offsets)
    #expect(cursor.number == schedule.offsets.count)
  }

  @Test("has its long first gap once, also where another's read lay in it")
  func firstGap() throws {
    let wide = ReadSchedule(
      deadline: 10_000 * Self.ms, spacing: 100 * Self.ms, bounds: [], roundTrip: 3 * Self.ms,
      phase: 0.7)
    #expect(wide.offsets.prefix(3) == [0, 170 * Self.ms, 270 * Self.ms])
    var cursor = ReadCursor(start: start, schedule: wide)
    cursor.move(past: start, sent: start)
    cursor.move(past: start + .milliseconds(160), sent: start + .milliseconds(160))
    #expect(offsets([try #require(cursor.due)]) == [260 * Self.ms])
  }

  @Test("makes up by one read for all whose time has passed")
  func late() {
    var cursor = cursor
    cursor.move(past: start, sent: start)
    cursor.skipWhatIsPast(start + .milliseconds(50))
    let planned = schedule.offsets.prefix { $0 <= 50 * Self.ms }
    #expect(offsets([cursor.due ?? Instant(0)]) == planned.suffix(1))
    cursor.move(past: start + .milliseconds(50), sent: start + .milliseconds(50))
    #expect((cursor.due ?? start) - start > .milliseconds(50))
    #expect(cursor.number == 2)
  }

  @Test("never lets its own last read pass for another's")
  func own() throws {
    var cursor = cursor
    let due = try #require(cursor.due)
    cursor.move(past: due, sent: due + .milliseconds(5))
    #expect(cursor.earliest > due + .milliseconds(5))
    cursor.skipWhatIsPast(due + .milliseconds(6))
    #expect(cursor.earliest > due + .milliseconds(5))
  }

  @Test("lets no read pass for its own that was sent before the acknowledgement")
  func acknowledged() {
    #expect(cursor.earliest == start)
    var late = cursor
    late.skipWhatIsPast(start + .milliseconds(100))
    let planned = schedule.offsets.last { $0 <= 100 * Self.ms }
    #expect(offsets([late.earliest]) == [planned])
    #expect(late.due == late.earliest)
  }

  @Test("leaves no gap longer than the schedule's after the read of another", arguments: 1...9)
  func gaps(tenths: Int64) throws {
    var cursor = cursor
    var last = start
    cursor.move(past: last, sent: last)
    while let due = cursor.due {
      let gap = schedule.offsets.first { $0 > (last - start).count }.flatMap { next in
        schedule.offsets.last { $0 < next }.map { next - $0 }
      }
      #expect((due - last).count <= gap ?? 0)
      // Another's read is taken where it may be, and was sent some time before.
      let taken = max(cursor.earliest, Instant(due.nanoseconds - (due - last).count * tenths / 10))
      cursor.move(past: taken, sent: taken)
      last = taken
    }
    #expect((last - start).count >= 1_000 * Self.ms)
  }

  @Test("asks for a read at each moment that a bound needs, whoever sends it", arguments: 1...9)
  func pinned(tenths: Int64) throws {
    #expect(schedule.pinned == [297, 300, 997, 1_000].map { $0 * Self.ms })
    var cursor = cursor
    var sent: [Instant] = []
    while let due = cursor.due {
      let early = Instant(due.nanoseconds - tenths * Self.ms / 5)
      let taken = max(cursor.earliest, early)
      sent.append(taken)
      cursor.move(past: taken, sent: taken)
    }
    for bound in schedule.pinned {
      #expect(offsets(sent).contains { $0 >= bound && $0 < bound + Self.ms })
    }
  }
}
