/// Says of every operation what follows from what it is, so that the files need not repeat it:
///
/// - `x-problems: [names]` becomes the answers that carry them, by the catalogue of problems
///   `x-problems` at the top of the document;
/// - an unsafe operation below `/api/` takes an idempotency key;
/// - `x-paged: true` takes `limit` and `cursor`;
/// - `x-tagged: true` on a `get` takes `If-None-Match` and may answer 304.
struct OpenAPIRules {
  static let methods = ["get", "post", "put", "patch", "delete"]
  private static let keyed = [
    "idempotency-key-invalid", "request-in-progress", "idempotency-key-reused",
  ]

  /// What is told to whom a security scheme turns away.
  private static let refusals = ["session": "not-logged-in", "staff": "staff-only"]

  private let document: DocumentTree

  init(_ document: DocumentTree) {
    self.document = document
  }

  var applied: DocumentTree {
    var result = document
    let paths = document["paths"]?.fields.map { path in
      DocumentTree.Field(name: path.name, value: item(path))
    }
    result["paths"] = .map(paths ?? [])
    return result
  }

  private func item(_ path: DocumentTree.Field) -> DocumentTree {
    .map(
      path.value.fields.map { field in
        guard Self.methods.contains(field.name) else { return field }
        let operation = operation(field.value, field.name, at: path.name)
        return DocumentTree.Field(name: field.name, value: operation)
      })
  }

  private func operation(
    _ source: DocumentTree, _ method: String, at path: String
  ) -> DocumentTree {
    var result = source
    let isKeyed = method != "get" && path.hasPrefix("/api/")
    for name in parameters(of: source, isKeyed: isKeyed) {
      result["parameters"] = .list(
        (result["parameters"]?.items ?? []) + [Self.reference("parameters", name)])
    }
    var responses = source["responses"] ?? .map([])
    if source["x-tagged"] != nil, method == "get" {
      responses["304"] = Self.reference("responses", "NotModified")
    }
    responses = responses.joined(with: problems(of: source, isKeyed: isKeyed))
    result["responses"] = responses
    for name in ["x-problems", "x-paged", "x-tagged", "x-key"] { result[name] = nil }
    return result
  }

  private func parameters(of source: DocumentTree, isKeyed: Bool) -> [String] {
    let key = source["x-key"] == nil ? "IdempotencyKey" : "RequiredIdempotencyKey"
    let tag = source["x-tagged"] != nil && !isKeyed
    return (source["x-paged"] == nil ? [] : ["limit", "cursor"])
      + (isKeyed ? [key] : []) + (tag ? ["IfNoneMatch"] : [])
  }

  /// The answers that are problems, by status.
  private func problems(of source: DocumentTree, isKeyed: Bool) -> DocumentTree {
    var names = source["x-problems"]?.items.compactMap(\.string) ?? []
    let security = (source["security"] ?? document["security"])?.items ?? []
    if !security.contains(.map([])) {
      names += security.flatMap(\.fields).map { Self.refusals[$0.name] ?? "not-logged-in" }
    }
    if source["requestBody"] != nil { names += ["invalid-request", "body-too-large"] }
    if source["x-paged"] != nil { names.append("invalid-request") }
    if isKeyed { names += Self.keyed }
    if source["x-key"] != nil { names.append("idempotency-key-missing") }
    let known = document["x-problems"]?.fields.filter { names.contains($0.name) } ?? []
    let byStatus = Dictionary(grouping: known) { $0.value["status"]?.string ?? "" }
    return .map(
      byStatus.sorted { $0.key < $1.key }.map {
        DocumentTree.Field(name: $0.key, value: answer($0.value))
      })
  }

  private func answer(_ problems: [DocumentTree.Field]) -> DocumentTree {
    func sentences(_ name: String) -> DocumentTree {
      .text(problems.compactMap { $0.value[name]?.string }.joined(separator: " "))
    }
    let types = problems.map { DocumentTree.text("/problems/\($0.name)") }
    let schema = DocumentTree.map([
      .init(name: "allOf", value: .list([Self.reference("schemas", "Problem")])),
      .init(
        name: "properties",
        value: .map([
          .init(name: "type", value: .map([.init(name: "enum", value: .list(types))]))
        ])),
    ])
    let content = DocumentTree.map([
      .init(
        name: "application/problem+json", value: .map([.init(name: "schema", value: schema)]))
    ])
    return .map([
      .init(name: "description", value: sentences("description")),
      .init(name: "x-zh", value: sentences("x-zh")),
      .init(name: "content", value: content),
    ])
  }

  private static func reference(_ kind: String, _ name: String) -> DocumentTree {
    .map([.init(name: "$ref", value: .text("#/components/\(kind)/\(name)"))])
  }
}
