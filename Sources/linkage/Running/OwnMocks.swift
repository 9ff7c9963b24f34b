import LinkageCore
import LinkageRunner
import MockKit
import Mocks

/// A set of the bundled mocks for one scenario alone, which may break it as it likes.
enum OwnMocks {
  /// The names of all faults that they can have.
  static var faults: [String] { Faults.all.map(\.name) }

  /// - Parameter ended: gets to know each set that was started, just before it is stopped.
  static func opening(
    _ options: MockOptions, ended: @escaping @Sendable (MockSet) -> Void
  ) -> OwnSystem.Opening {
    { scenario in
      var options = options
      options.seed = seed(for: scenario, options.seed)
      do throws(MockStartError) {
        let mocks = try await MockSet.start(options)
        let target = scenario.target.redirected(to: mocks.addresses)
        return OwnSystem(scenario: scenario.with(target: target)) {
          ended(mocks)
          _ = await mocks.stop(drainFor: .zero)
        }
      } catch {
        return OwnSystem(scenario: scenario, problem: "the mocks could not be started: \(error)")
      }
    }
  }

  /// Another one for each scenario: members of two sets who had one id would be taken for one.
  private static func seed(for scenario: Scenario, _ seed: UInt64) -> UInt64 {
    StableHash(scenario.name, seed: seed).value & 0xffff_ffff
  }

  static func opening(_ options: MockOptions) -> OwnSystem.Opening {
    opening(options) { _ in }
  }
}

extension Plan {
  /// Has the outline tell which scenarios get a set of their own.
  mutating func markOwnSystems() {
    for index in outline.cases.indices where scenarios[index].changesSystem {
      outline.cases[index].hasOwnSystem = true
    }
  }
}
