import LinkageCore
import LinkageReport
enum StoreError: Error { case x }
final class StoreRecorder: HistorySink { func append(_ e: Event) {}; func close() async throws {} }
final class Store: Sendable {
  init(path: String) throws(StoreError) {}
  func begin(_ h: RunHeader, outline: Outline) throws {}
  func recorder(for: String) -> StoreRecorder { StoreRecorder() }
  func finish(run: String, verdict: Verdict, interrupted: Bool) throws {}
  func save(_ v: Verdict, of: String) throws {}
  func discard(_ r: String) throws {}
  func resolve(_ r: String) throws -> String { r }
  func history(of: String) throws -> History { throw StoreError.x }
}
enum StoreComplaint { static func of(_ e: StoreError) -> Complaint { .storeProblem(detail: "\(e)") } }
