import CEL
import LinkageCore
import LinkageFunctions
import LinkageRunner

extension RunOptions {
  /// What every run of this program is given: its functions, and what the surroundings keep secret.
  static func standard(
    seed: UInt64, runID: String, parallel: Int, world: World,
    fingerprint: @escaping @Sendable (String) -> String
  ) -> RunOptions {
    RunOptions(
      seed: seed, runID: runID, parallel: parallel,
      environment: Secrets.environment(of: world), secrets: Secrets.all(of: world),
      functions: { HostFunctions.functions(seed: seed, name: $0) },
      money: Money.smallestUnit,
      forms: { request in Result { () throws(FormProblem) in try FormReader.form(request) } },
      fingerprint: fingerprint)
  }
}
