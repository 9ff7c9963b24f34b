/// One operation of the document, its references followed.
struct DocsOperation {
  let method: String
  let path: String
  let node: DocumentTree
  let document: DocumentTree
  private let item: DocumentTree

  static func all(of document: DocumentTree) -> [DocsOperation] {
    (document["paths"]?.fields ?? []).flatMap { path in
      path.value.fields.filter { OpenAPIRules.methods.contains($0.name) }.map {
        DocsOperation(
          method: $0.name.uppercased(), path: path.name, node: $0.value, document: document,
          item: path.value)
      }
    }
  }

  var id: String { "op-" + (node["operationId"]?.string ?? "") }

  var tag: String { node["tags"]?.items.first?.string ?? "" }

  var parameters: [DocumentTree] {
    ((item["parameters"]?.items ?? []) + (node["parameters"]?.items ?? [])).map(followed)
  }

  var body: DocumentTree? {
    let content = node["requestBody"].map(followed)?["content"]
    return content?.fields.first?.value
  }

  var responses: [(status: String, node: DocumentTree)] {
    (node["responses"]?.fields ?? []).map { ($0.name, followed($0.value)) }
      .sorted { $0.status < $1.status }
  }

  /// How the caller shows who it is; nothing where nobody asks.
  var scheme: DocumentTree? {
    let requirement = (node["security"] ?? document["security"])?.items.first
    return requirement?.fields.first.flatMap {
      document[path: "components", "securitySchemes"]?[$0.name]
    }
  }

  func followed(_ node: DocumentTree) -> DocumentTree {
    node["$ref"]?.string.flatMap(document.resolve).map(followed) ?? node
  }
}
