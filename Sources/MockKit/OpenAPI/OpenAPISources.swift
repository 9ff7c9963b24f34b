/// The files of `mocks/openapi/`, by name.
package struct OpenAPISources: Sendable {
  private let files: [String: [UInt8]]

  package init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// The document of one site: what all sites share, the site's own, and what follows from rules.
  func document(of side: ShopSide) throws -> DocumentTree {
    let own = side == .web ? "website.yaml" : "mini-program.yaml"
    let shared = files.keys.filter { !["website.yaml", "mini-program.yaml"].contains($0) }.sorted()
    let document = try ([own] + shared).reduce(DocumentTree.map([])) { document, name in
      let text = String(decoding: files[name] ?? [], as: UTF8.self)
      return document.joined(with: try DocumentTree(yaml: text))
    }
    return OpenAPIRules(document).applied
  }
}
