import LinkageCore
import LinkageScenario

/// Reads gate files.
struct GateFiles {
  var world: World

  /// The one that an option names; `nil` where it is not given.
  func gate(_ path: String?, with loaded: LoadedSuite) throws(Stop) -> Gate? {
    guard let path else { return nil }
    return try gate(path, knowing: names(at: path, in: loaded))
  }

  func gate(_ path: String, knowing names: GateNames) throws(Stop) -> Gate {
    do throws(Diagnostics) {
      guard let file = try SourceReader(world: world).files(at: path).first else {
        throw Diagnostics(
          problems: [Diagnostic(problem: .missingFile(path: path), place: nil)], sources: [])
      }
      return try GateLoader.load(file, knowing: names)
    } catch {
      throw .invalid(error)
    }
  }

  /// Those that a suite's folders hold; all that is wrong with them at once.
  func checked(_ files: [SourceInput], with loaded: LoadedSuite) throws(Stop) -> [Gate] {
    var gates: [Gate] = []
    var found = Diagnostics(problems: [], sources: [])
    for file in files {
      do throws(Diagnostics) {
        gates.append(try GateLoader.load(file, knowing: names(at: file.path, in: loaded)))
      } catch {
        found.problems += error.problems
        found.sources += error.sources
      }
    }
    guard found.problems.isEmpty else { throw .invalid(found) }
    return gates
  }

  /// Whether a scenario exists can be told where all of the suite that the gate is for is at hand: by
  /// default, and where the gate stands in a folder that was named.
  private func names(at path: String, in loaded: LoadedSuite) -> GateNames {
    let isWhole =
      loaded.suite.folders.isEmpty
      || loaded.suite.folders.contains { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    return GateNames(loaded.plan.outline, scenarios: isWhole ? loaded.scenarios : nil)
  }
}
