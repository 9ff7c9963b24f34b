import LinkageCore
import LinkageReport
import MockKit
import Mocks
import Synchronization

/// Keeps a running set's faults as their file says, whenever that changes.
final class FaultReloader: Sendable {
  private let source: FaultSource
  private let set: MockSet
  private let printer: Printer
  /// The ids of those that came from the file.
  private let ids: Mutex<[String]>

  init(_ source: FaultSource, of set: MockSet, printer: Printer) {
    self.source = source
    self.set = set
    self.printer = printer
    ids = Mutex(set.faultReports.map(\.id))
  }

  /// - Returns: nothing where the faults came from no file.
  func watch() -> FileWatcher? {
    source.file.flatMap { FileWatcher($0) { self.reload() } }
  }

  /// What cannot be used changes nothing.
  func reload() {
    do throws(Stop) {
      let faults = try source.read().faults
      try ids.withLock { ids throws(Stop) in ids = try replace(ids, with: faults) }
      tell()
    } catch {
      _ = printer.print(error)
      printer.write(source.language.pick("the faults stay as they were\n", "故障保持不变\n"))
    }
  }

  private func replace(_ old: [String], with faults: [Fault]) throws(Stop) -> [String] {
    do throws(FaultError) {
      return try set.faults.replace(old, with: faults)
    } catch {
      let reason = source.language.pick(error.text)
      throw .complaint(.badFaults(path: source.path, line: nil, reason: reason), .invalid)
    }
  }

  private func tell() {
    let lines = set.faultReports.map {
      "  " + FaultLine(fault: $0.fault, language: source.language).text + "\n"
    }
    let title = source.language.pick(
      "faults as \(source.path) says now:\n", "按 \(source.path) 更新后的故障：\n")
    let none = source.language.pick("  none\n", "  无\n")
    printer.write(title + (lines.isEmpty ? none : lines.joined()))
  }
}
