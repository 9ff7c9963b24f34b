import LinkageCore
import Values

/// Reads `{ note: text, photo: { file: photo.png }, doc: { content: "…", name: a.txt } }`.
struct MultipartReader {
  static let keys = ["file", "content", "type", "name"]

  private let expressions: ExpressionReader
  private let vocabulary: Vocabulary
  private var reader: NodeReader { expressions.reader }

  init(_ expressions: ExpressionReader, _ vocabulary: Vocabulary) {
    self.expressions = expressions
    self.vocabulary = vocabulary
  }

  /// A list gives several parts of one name.
  func parts(_ node: YAMLNode?) -> [RequestTemplate.Part] {
    guard let node, !node.isBroken else { return [] }
    return (reader.entries(node, "multipart") ?? []).flatMap { entry in
      guard let name = entry.key.scalarText else { return [RequestTemplate.Part]() }
      guard case .list(let items) = entry.value.content else {
        return part(name, entry.value).map { [$0] } ?? []
      }
      return items.compactMap { part(name, $0) }
    }
  }

  private func part(_ name: String, _ node: YAMLNode) -> RequestTemplate.Part? {
    guard case .mapping = node.content else {
      return content(name, node).map {
        RequestTemplate.Part(name: name, content: $0, fileName: nil, type: nil)
      }
    }
    guard let fields = Fields(node, name, keys: Self.keys, reader: reader) else { return nil }
    let fileName = expressions.template(fields["name"], in: vocabulary)
    let type = fields.text("type")
    switch (fields["file"], fields["content"]) {
    case (let file?, nil): return self.file(name, file, fileName, type)
    case (nil, let text?):
      return content("content", text).map {
        RequestTemplate.Part(name: name, content: $0, fileName: fileName, type: type)
      }
    case (_?, _?): reader.tooMany(["file", "content"], of: ["file", "content"], at: node)
    case (nil, nil): fields.missing(anyOf: ["file", "content"])
    }
    return nil
  }

  private func content(_ owner: String, _ node: YAMLNode) -> RequestTemplate.Part.Content? {
    guard node.scalarText != nil, !node.isBroken else {
      reader.wrongType(node, owner, expected: "string")
      return nil
    }
    return expressions.template(node, in: vocabulary).map { .text($0) }
  }

  private func file(
    _ name: String, _ node: YAMLNode, _ fileName: Template?, _ type: String?
  ) -> RequestTemplate.Part? {
    guard let path = reader.text(node, "file"),
      let file = reader.file(path, at: node, expressions.library)
    else { return nil }
    let own = file.path.split(separator: "/").last.map(String.init) ?? path
    return RequestTemplate.Part(
      name: name, content: .file(file.bytes), fileName: fileName ?? .constant(.string(own)),
      type: type ?? MediaType.of(fileNamed: own))
  }
}

extension NodeReader {
  /// A file that this one names, by a path that counts from it; reported when there is none.
  func file(
    _ name: String, at node: YAMLNode, _ library: Library
  ) -> (path: String, bytes: [UInt8])? {
    let path = RelativePath.resolve(name, from: source.path)
    guard let bytes = library.bytes(path) else {
      report(.missingFile(path: path), at: node)
      return nil
    }
    return (path, bytes)
  }
}
