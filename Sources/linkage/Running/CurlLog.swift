import Glibc
import LinkageCore
import LinkageReport

/// A file of curl command lines, one for each request, in the order in which they ended.
///
/// The lines are made and written off the loop that sends.
final class CurlLog: Sendable {
  private struct Entry: Sendable {
    var request: HTTPRequest
    var exchange: HTTPExchange
    var inSession: Bool
    var step: StepReference?
  }

  private let entries: AsyncStream<Entry>.Continuation
  private let writing: Task<Disk.Failure?, Never>

  /// Takes the file over.
  init(_ header: RunHeader, _ outline: Outline, file: Int32) {
    let (stream, continuation) = AsyncStream<Entry>.makeStream()
    entries = continuation
    writing = Task {
      var lines = CurlLogLines(header, outline)
      var problem: Disk.Failure?
      for await entry in stream where problem == nil {
        let text = lines.text(
          entry.request, entry.exchange, inSession: entry.inSession, of: entry.step)
        problem = Disk.append(text, to: file)
      }
      Glibc.close(file)
      return problem
    }
  }

  func append(
    _ request: HTTPRequest, _ exchange: HTTPExchange, inSession: Bool, of step: StepReference?
  ) {
    entries.yield(
      Entry(request: request, exchange: exchange, inSession: inSession, step: step))
  }

  /// Returns when all is written, with what went wrong.
  func close() async -> Disk.Failure? {
    entries.finish()
    return await writing.value
  }
}
