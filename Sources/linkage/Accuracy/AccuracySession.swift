import LinkageAccuracy
import LinkageCore
import LinkageReport
import LinkageTransport

/// One `linkage accuracy` from options to exit code.
struct AccuracySession: Sendable {
  let command: AccuracyCommand
  let world: World
  let interruption: Interruption
  let printer: Printer

  func run() async -> ExitCode {
    do throws(Stop) {
      return try await trials()
    } catch {
      return printer.print(error)
    }
  }

  private func trials() async throws(Stop) -> ExitCode {
    let text = AccuracyText(language: printer.language)
    var reports: [AccuracyReport] = []
    world.output(text.head(command))
    for latency in command.latency {
      world.output(text.title(latency))
      guard let report = try await report(of: latency) else { break }
      reports.append(report)
      world.output(text.body(report))
    }
    if let code = interruption.exitCode {
      world.errors(text.interrupted)
      return code
    }
    world.output(text.verdict(reports))
    return .first(of: [Self.code(of: reports), write(reports)])
  }

  private func report(of latency: LatencyArgument) async throws(Stop) -> AccuracyReport? {
    let mocks = try await MockProcess.start(
      ["--seed", "\(command.seed)", "--link-latency", "\(latency.latency)"], in: world)
    let result: Result<AccuracyReport?, Stop>
    do throws(Stop) {
      result = .success(try await report(of: latency, mocks))
    } catch {
      result = .failure(error)
    }
    await mocks.stop()
    return try result.get()
  }

  private func report(
    of latency: LatencyArgument, _ mocks: MockProcess
  ) async throws(Stop) -> AccuracyReport? {
    let transport = try startTransports()
    let result: Result<AccuracyReport?, Stop>
    do throws(Stop) {
      var trial = try AccuracyTrial(
        latency, command, mocks: mocks, transport: transport, progress: progress)
      result = .success(try await trial.report())
    } catch {
      result = .failure(error)
    }
    await transport.shutdown()
    if world.isTerminal { world.errors("\r\u{1B}[K") }
    return try result.get()
  }

  private func startTransports() throws(Stop) -> CurlTransports {
    do throws(LoopError) {
      return try CurlTransports(lanesAtMost: command.inFlight)
    } catch {
      throw .complaint(.bug(detail: "\(error)"), .internalError)
    }
  }

  private func progress(_ done: Int) {
    if world.isTerminal { world.errors("\r  \(done)/\(command.writes)") }
  }

  private static func code(of reports: [AccuracyReport]) -> ExitCode {
    switch AccuracyReport.judgement(of: reports) {
    case .pass: .passed
    case .fail: .failed
    case .unknown: .inconclusive
    }
  }

  private func write(_ reports: [AccuracyReport]) -> ExitCode {
    guard let path = command.json else { return .passed }
    do throws(Disk.Failure) {
      let json = AccuracyJSON.text(of: reports, command)
      try Disk.write(Array(json.utf8), to: Disk.absolute(path, in: world.folder))
      return .passed
    } catch {
      printer.print(.fileNotWritten(path: path, reason: error.reason))
      return .reportNotWritten
    }
  }
}
