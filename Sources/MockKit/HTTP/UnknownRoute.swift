/// The answer where no route takes the call: a 405 where the path takes other methods, else a 404
/// that names the nearest routes.
package struct UnknownRoute: Handler {
  private let routes: [Route]

  package init(routes: [Route]) {
    self.routes = routes
  }

  package func answer(_ call: Call) async throws -> Reply {
    let methods = allowed(at: call.path)
    guard methods.isEmpty else { return refusal(of: call, methods) }
    let asked = "\(call.method) \(call.path)"
    let nearest = routes.map(\.title)
      .sorted { Self.distance(asked, $0) < Self.distance(asked, $1) }.prefix(3)
    let detail = "There is no \(asked). The nearest routes: \(nearest.joined(separator: ", "))."
    return Problem(404, "unknown-route", "No such route", detail: detail).reply()
  }

  private func refusal(of call: Call, _ methods: [String]) -> Reply {
    let allow = Reply.Header("Allow", methods.joined(separator: ", "))
    if call.method == "OPTIONS" { return .empty(headers: [allow]) }
    let detail = "\(call.path) takes \(allow.value), found \(call.method)."
    return Problem(405, "method-not-allowed", "The path does not take the method", detail: detail)
      .reply(headers: [allow])
  }

  private func allowed(at path: String) -> [String] {
    let methods = routes.filter { $0.takes(path: path) }.map(\.method)
    guard !methods.isEmpty else { return [] }
    let head = methods.contains(.get) ? ["HEAD"] : []
    return (methods.map(\.rawValue) + head + ["OPTIONS"]).sorted()
  }

  /// Levenshtein's distance.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
