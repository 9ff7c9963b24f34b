import LinkageCore
import Synchronization

/// The faults that one journey has put on, in all of its branches.
///
/// What takes a fault off runs in a task of its own: whoever waits for it may be cancelled, and the
/// fault is taken off all the same.
final class FaultShelf: Sendable {
  private struct Entry {
    var fault: ActiveFault
    var isOn = true
    var attempts = 0
    var healing: Task<ActiveFault.Healed, Never>?
    var timer: Task<Void, Never>?
  }

  private let entries = Mutex<[Entry]>([])
  /// How often the end of a journey tries to take a fault off, and how long it waits in between.
  private static let attempts = 3
  private static let pause = Nanoseconds.milliseconds(500)

  /// Keeps a fault, and takes it off after its length.
  func add(_ fault: ActiveFault) {
    let timer = fault.length.map { length in
      Task(executorPreference: fault.setting.transport.executor) {
        await fault.setting.transport.sleep(until: fault.setting.transport.now() + length)
        if !Task.isCancelled { _ = await self.heal(fault.step.step) }
      }
    }
    entries.withLock { $0.append(Entry(fault: fault, timer: timer)) }
  }

  /// Takes off those that steps at these positions put on, or all; what is off already is left out.
  func heal(_ positions: [Int]?) async -> [ActiveFault.Healed] {
    var healed: [ActiveFault.Healed] = []
    for position in on where positions?.contains(position) ?? true {
      if let one = await heal(position) { healed.append(one) }
    }
    return healed
  }

  /// At the end of a journey, and more than once where it does not work at once.
  func healAll() async {
    for attempt in 1...Self.attempts {
      _ = await heal(nil)
      guard attempt < Self.attempts, let transport = waiting else { return }
      await Task { await transport.sleep(until: transport.now() + Self.pause) }.value
    }
  }

  /// Where the steps stand whose faults are on, the last one first.
  private var on: [Int] {
    entries.withLock { $0.filter(\.isOn).map(\.fault.step.step).reversed() }
  }

  /// By what to wait while a fault is still on.
  private var waiting: (any Transport)? {
    entries.withLock { $0.first(where: \.isOn)?.fault.setting.transport }
  }

  private func heal(_ position: Int) async -> ActiveFault.Healed? {
    await begin(position)?.value
  }

  /// Who comes while it is being taken off waits for the same end.
  private func begin(_ position: Int) -> Task<ActiveFault.Healed, Never>? {
    entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.isOn && $0.fault.step.step == position })
      else { return nil }
      if let running = entries[index].healing { return running }
      let (fault, attempt) = (entries[index].fault, entries[index].attempts)
      let task = Task(executorPreference: fault.setting.transport.executor) {
        let healed = await fault.takeOff(attempt: attempt)
        self.settle(position, healed)
        return healed
      }
      entries[index].healing = task
      entries[index].attempts += 1
      return task
    }
  }

  private func settle(_ position: Int, _ healed: ActiveFault.Healed) {
    entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.isOn && $0.fault.step.step == position })
      else { return }
      entries[index].healing = nil
      entries[index].isOn = !healed.isOff
      if healed.isOff { entries[index].timer?.cancel() }
    }
  }
}
