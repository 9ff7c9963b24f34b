import Foundation
import LinkageCore
import LinkageScenario
import Testing

/// One file of `Cases/valid` or `Cases/invalid` with what stands beside it.
///
/// A first line `# uses: contract, target` takes these from `Cases/shared`; `NAME.contract.yaml`,
/// `NAME.target.yaml` and `NAME.second.yaml` give the case's own. A file that these name as
/// `flows/x.yaml` is `NAME.flows-x.yaml`; `# flows: a.yaml` gives one by itself.
struct Case: CustomTestStringConvertible {
  let name: String
  let folder: URL

  var testDescription: String { name }

  static func all(in folder: String) -> [Case] {
    let folder = Repository.cases.appending(path: folder)
    return Repository.yaml(in: folder).map { $0.deletingPathExtension().lastPathComponent }
      .filter { !$0.contains(".") }.map { Case(name: $0, folder: folder) }
  }

  var text: String { Repository.text(file("yaml")) ?? "" }

  func file(_ ending: String) -> URL { folder.appending(path: "\(name).\(ending)") }

  var request: PlanRequest {
    var scenarios = [SourceInput(path: "scenario.yaml", text: text)]
    if let second = Repository.text(file("second.yaml")) {
      scenarios.append(SourceInput(path: "second.yaml", text: second))
    }
    var named: [String: String] = [:]
    for other in others {
      let path = String(other.dropFirst(name.count + 1)).replacing("-", with: "/")
      named[path] = Repository.text(folder.appending(path: other))
    }
    let files = named
    let flows = (alone ?? []).compactMap { path in
      named[path].map { SourceInput(path: path, text: $0) }
    }
    return PlanRequest(
      scenarios: scenarios, contract: surrounding("contract"), target: surrounding("target"),
      flows: flows, file: { files[$0] },
      bytes: { Repository.text(file($0)).map { Array($0.utf8) } },
      environment: ["WEB_URL": "http://127.0.0.1:4701"], secrets: ["CLERK": "s3cret"],
      functions: TestFunctions.all)
  }

  private func surrounding(_ kind: String) -> SourceInput? {
    if let own = Repository.text(file("\(kind).yaml")) {
      return SourceInput(path: "\(kind).yaml", text: own)
    }
    let first = text.prefix { !$0.isNewline }
    guard first.hasPrefix("# uses:"), first.contains(kind) else { return nil }
    let shared = Repository.cases.appending(path: "shared/\(kind).yaml")
    return Repository.text(shared).map { SourceInput(path: "\(kind).yaml", text: $0) }
  }

  /// The files beside it that bear its name.
  private var others: [String] {
    Repository.yaml(in: folder).map(\.lastPathComponent).filter {
      $0.hasPrefix(name + ".") && $0 != name + ".yaml"
    }
  }

  private var alone: [String]? {
    let line = text.split(separator: "\n").prefix(2).first { $0.hasPrefix("# flows: ") }
    return line?.dropFirst("# flows: ".count).split(separator: ", ").map(String.init)
  }
}
