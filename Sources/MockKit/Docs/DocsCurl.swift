/// An operation as a line for a terminal.
struct DocsCurl {
  let base: String
  let operation: DocsOperation

  var text: String {
    let parts = ["curl -s"] + credentials + method + headers + ["'\(base)\(path)'"] + body
    return parts.joined(separator: " ")
  }

  private var credentials: [String] {
    guard let scheme = operation.scheme else { return [] }
    switch (scheme["type"]?.string, scheme["scheme"]?.string) {
    case ("apiKey", _): return ["-b jar"]
    case (_, "basic"): return ["-u clerk:linkage-clerk"]
    default: return ["-H 'Authorization: Bearer TOKEN'"]
    }
  }

  private var method: [String] {
    let implied = example == nil ? "GET" : "POST"
    return operation.method == implied ? [] : ["-X \(operation.method)"]
  }

  private var headers: [String] {
    operation.parameters.filter {
      $0["in"]?.string == "header" && $0["required"]?.string == "true" && $0["example"] != nil
    }.map { "-H '\($0["name"]?.string ?? ""): \($0["example"]?.string ?? "")'" }
  }

  private var path: String {
    operation.parameters.filter { $0["in"]?.string == "path" }.reduce(operation.path) {
      let name = $1["name"]?.string ?? ""
      return $0.replacing("{\(name)}", with: $1["example"]?.string ?? name.uppercased())
    }
  }

  private var example: String? { operation.body?["example"]?.json }

  private var body: [String] { example.map { ["-d '\($0)'"] } ?? [] }
}
