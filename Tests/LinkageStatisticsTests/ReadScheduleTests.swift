import LinkageStatistics
import Testing

@Suite("A read schedule")
struct ReadScheduleTests {
  private let ms: Int64 = 1_000_000

  @Test("starts at once, ends at the deadline, and keeps its spacing", arguments: [0.0, 0.5, 0.99])
  func shape(phase: Double) {
    let schedule = ReadSchedule(
      deadline: 10_000 * ms, spacing: ms, bounds: [1_000 * ms], roundTrip: 2 * ms, phase: phase)
    #expect(schedule.offsets.first == 0)
    #expect(schedule.offsets.last == 10_000 * ms)
    for (a, b) in zip(schedule.offsets, schedule.offsets.dropFirst()) { #expect(b - a >= ms) }
  }

  @Test("needs about a hundred reads from 1 ms to 10 s")
  func count() {
    let schedule = ReadSchedule(deadline: 10_000 * ms, spacing: ms, roundTrip: ms, phase: 0.3)
    #expect((70...120).contains(schedule.offsets.count))
  }

  @Test("has one read that is answered by the bound and one that is sent at it")
  func bounds() {
    let schedule = ReadSchedule(
      deadline: 10_000 * ms, spacing: ms, bounds: [1_000 * ms], roundTrip: 5 * ms, phase: 0.7)
    #expect(schedule.offsets.contains(995 * ms))
    #expect(schedule.offsets.contains(1_000 * ms))
    #expect(schedule.offsets.contains(9_995 * ms))
  }

  @Test("spaces its later reads by a fixed share of the time since the write")
  func growth() {
    let offsets = ReadSchedule(
      deadline: 10_000 * ms, spacing: ms, roundTrip: ms, phase: 0
    ).offsets.filter { $0 > 50 * ms && $0 < 9_000 * ms }
    for (a, b) in zip(offsets, offsets.dropFirst()) {
      #expect(Double(b) / Double(a) < 1.11)
    }
  }

  @Test("reads at fixed intervals where gaps do not grow")
  func fixed() {
    let offsets = ReadSchedule(
      deadline: 100 * ms, spacing: 4 * ms, roundTrip: ms, phase: 0.5, growth: 0
    ).offsets.filter { $0 < 90 * ms }
    #expect(offsets[1] == 6 * ms)
    for (a, b) in zip(offsets.dropFirst(), offsets.dropFirst(2)) { #expect(b - a == 4 * ms) }
  }

  @Test("is shifted by its phase over all of the spacing", arguments: [0.0, 0.25, 0.75])
  func shifted(phase: Double) {
    let schedule = ReadSchedule(
      deadline: 1_000 * ms, spacing: 4 * ms, roundTrip: ms, phase: phase)
    #expect(schedule.offsets[1] == Int64(4 * (1 + phase) * Double(ms)))
    #expect(schedule.offsets[2] == schedule.offsets[1] + 4 * ms)
  }

  @Test("keeps the read at the deadline even where the spacing is wider than the deadline")
  func coarse() {
    let schedule = ReadSchedule(deadline: 50, spacing: 200, roundTrip: 10, phase: 0)
    #expect(schedule.offsets == [0, 50])
  }
}
