import Dispatch
import LinkageCore
import LinkageReport
import Synchronization

/// Shows what a run is doing: live lines on a terminal, one line for each finished scenario elsewhere.
final class ProgressPrinter: HistorySink {
  private let progress: Mutex<Progress>
  private let printer: Printer
  private let now: @Sendable () -> Instant
  private let drawn = Mutex(0)
  /// Stands below the lines while they are drawn.
  private let notice = Mutex<String?>(nil)
  private let redrawing = Mutex<Task<Void, Never>?>(nil)
  /// Lines that are still to be written: whoever reads them may be slow, and a journey must not wait.
  private let waiting = Mutex<[String]>([])
  private let queue = DispatchQueue(label: "linkage-progress")
  private static let delay = DispatchTimeInterval.milliseconds(20)

  init(outline: Outline, printer: Printer, now: @escaping @Sendable () -> Instant) {
    progress = Mutex(Progress(outline: outline, language: printer.language))
    self.printer = printer
    self.now = now
  }

  func append(_ event: Event) {
    let lines = progress.withLock { progress in
      progress.take(event)
      guard case .caseEnded = event.kind, !printer.world.isTerminal else { return [String]() }
      return progress.finishedLines()
    }
    if lines.isEmpty { return }
    let isFirst = waiting.withLock { waiting in
      defer { waiting += lines }
      return waiting.isEmpty
    }
    if isFirst { queue.asyncAfter(deadline: .now() + Self.delay) { self.write() } }
  }

  /// Says something beside what happens.
  func say(_ line: String) {
    if printer.world.isTerminal {
      notice.withLock { $0 = line }
    } else {
      printer.write(line + "\n")
    }
  }

  /// Only on the queue, so that lines keep their order.
  private func write() {
    let lines = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    if !lines.isEmpty { printer.world.errors(lines.map { $0 + "\n" }.joined()) }
  }

  /// On a terminal the lines are drawn anew ten times a second.
  func start() {
    guard printer.world.isTerminal else { return }
    let task = Task { [self] in
      while !Task.isCancelled {
        draw()
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    redrawing.withLock { $0 = task }
  }

  func stop() async {
    let task = redrawing.withLock { task in
      defer { task = nil }
      return task
    }
    task?.cancel()
    await task?.value
    await withCheckedContinuation { continuation in
      queue.async {
        self.write()
        continuation.resume()
      }
    }
    erase()
  }

  private func draw() {
    let lines =
      progress.withLock {
        $0.lines(at: now(), width: printer.world.width, style: printer.style)
      } + (notice.withLock(\.self).map { [$0] } ?? [])
    erase()
    printer.world.errors(lines.map { $0 + "\n" }.joined())
    drawn.withLock { $0 = lines.count }
  }

  /// Takes back what was drawn: up so many lines, then clears to the end of the screen.
  private func erase() {
    let count = drawn.withLock { drawn in
      defer { drawn = 0 }
      return drawn
    }
    if count > 0 { printer.world.errors("\u{1B}[\(count)A\u{1B}[J") }
  }
}
