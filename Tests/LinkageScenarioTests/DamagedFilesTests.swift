import LinkageCore
import LinkageScenario
import Testing

@Suite("Damaged files")
struct DamagedFilesTests {
  /// How often each seed damages the files anew.
  static let rounds = 120

  /// Files that unfold into thousands of steps would take all the time.
  private static let requests = (Case.all(in: "valid") + Case.all(in: "invalid")).map(\.request)
    .filter { $0.scenarios[0].text.utf8.count < 4_000 && !$0.scenarios[0].text.contains("many") }

  @Test("give a plan or problems with places, and never crash", arguments: UInt64(1)...16)
  func damaged(seed: UInt64) {
    var mutation = Mutation(seed: seed)
    let requests = Self.requests
    for _ in 0..<Self.rounds {
      guard var request = requests.randomElement(using: &mutation) else { return }
      damage(&request, with: &mutation)
      do {
        _ = try PlanLoader.load(request)
      } catch {
        check(error)
      }
    }
  }

  private func damage(_ request: inout PlanRequest, with mutation: inout Mutation) {
    let times = Int.random(in: 1...6, using: &mutation)
    switch Int.random(in: 0..<5, using: &mutation) {
    case 4:
      let (file, seed, files) = (request.file, mutation.next(), request.flows)
      request.file = { path in
        var mutation = Mutation(seed: seed)
        return file(path).map { mutation.damage($0, times: times) }
      }
      request.flows = files.map { flow in
        SourceInput(path: flow.path, text: mutation.damage(flow.text, times: times))
      }
    case 0:
      guard let target = request.target else { return }
      request.target?.text = mutation.damage(target.text, times: times)
    case 1:
      guard let contract = request.contract else { return }
      request.contract?.text = mutation.damage(contract.text, times: times)
    default:
      let text = request.scenarios[0].text
      request.scenarios[0].text = mutation.damage(text, times: times)
    }
  }

  private func check(_ diagnostics: Diagnostics) {
    #expect(!diagnostics.problems.isEmpty)
    for diagnostic in diagnostics.problems {
      guard let place = diagnostic.place else { continue }
      let source = diagnostics.sources.first { $0.path == place.path }
      let lines = source?.text.utf8.count { $0 == 0x0A } ?? 0
      #expect(place.line >= 1 && place.line <= lines + 2, "\(diagnostic)")
      #expect(place.column >= 1 && place.length >= 1, "\(diagnostic)")
    }
  }
}
