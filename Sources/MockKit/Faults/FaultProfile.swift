import Yams

/// Faults that belong together, as a file of `mocks/faults/` holds them.
package struct FaultProfile: Sendable, Equatable {
  private static let keys = ["about", "faults"]

  /// What it is for, where the file says so.
  package let about: FaultText?
  package let faults: [Fault]

  /// Reads `{about?: {en, zh}, faults: [fault, …]}` from YAML or JSON and checks each fault.
  package init(yaml: String) throws(FaultProfileError) {
    guard let node = try Self.compose(yaml), let mapping = node.mapping else {
      throw FaultProfileError(line: 1, .list)
    }
    for key in mapping.keys where !Self.keys.contains(key.string ?? "") {
      let error = FaultError(key.string ?? "", .unknownKey(known: Self.keys))
      throw FaultProfileError(line: key.mark?.line ?? 1, .fault(error))
    }
    guard let list = mapping["faults"]?.sequence else {
      throw FaultProfileError(line: mapping["faults"]?.mark?.line ?? 1, .list)
    }
    about = Self.about(mapping["about"])
    faults = try list.map { node throws(FaultProfileError) in try Self.fault(node) }
    try checkIDs(list)
  }

  private static func compose(_ yaml: String) throws(FaultProfileError) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
      let YamlError.composer(_, problem, mark, _)
    {
      throw FaultProfileError(line: mark.line, .yaml(problem))
    } catch {
      throw FaultProfileError(line: 1, .yaml("\(error)"))
    }
  }

  private static func about(_ node: Node?) -> FaultText? {
    guard let map = node?.mapping else { return node?.string.map { FaultText($0, $0) } }
    let (en, zh) = (map["en"]?.string, map["zh"]?.string)
    guard let first = en ?? zh else { return nil }
    return FaultText(first, zh ?? first)
  }

  private static func fault(_ node: Node) throws(FaultProfileError) -> Fault {
    do {
      let fault = try YAMLDecoder().decode(Fault.self, from: node)
      try fault.check()
      return fault
    } catch let error as FaultError {
      throw FaultProfileError(line: line(of: error, in: node), .fault(error))
    } catch DecodingError.dataCorrupted(let context) {
      let error = context.underlyingError as? FaultError ?? FaultError("", .notAnObject)
      throw FaultProfileError(line: line(of: error, in: node), .fault(error))
    } catch {
      throw FaultProfileError(line: node.mark?.line ?? 1, .fault(FaultError("", .notAnObject)))
    }
  }

  /// Of the key that it is about, as far as that is there.
  private static func line(of error: FaultError, in node: Node) -> Int {
    var (node, line) = (node, node.mark?.line ?? 1)
    for name in error.field.split(separator: ".") {
      guard let pair = node.mapping?.first(where: { $0.key.string == String(name) }) else { break }
      (node, line) = (pair.value, pair.key.mark?.line ?? line)
    }
    return line
  }

  private func checkIDs(_ list: Node.Sequence) throws(FaultProfileError) {
    var seen: Set<String> = []
    for (fault, node) in zip(faults, list) where !fault.id.isEmpty {
      guard !seen.insert(fault.id).inserted else { continue }
      let error = FaultError("id", .taken(fault.id))
      throw FaultProfileError(line: Self.line(of: error, in: node), .fault(error))
    }
  }
}
