import LinkageCore
import LinkageReport
import Synchronization

/// Shows what a run is doing: live lines on a terminal, one line for each finished scenario elsewhere.
final class ProgressPrinter: HistorySink {
  private let progress: Mutex<Progress>
  private let printer: Printer
  private let now: @Sendable () -> Instant
  private let drawn = Mutex(0)
  private let redrawing = Mutex<Task<Void, Never>?>(nil)

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
    for line in lines { printer.world.errors(line + "\n") }
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
    erase()
  }

  private func draw() {
    let lines = progress.withLock {
      $0.lines(at: now(), width: printer.world.width, style: printer.style)
    }
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
