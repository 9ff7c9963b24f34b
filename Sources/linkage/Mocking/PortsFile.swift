import MockKit
import Mocks

/// Where the servers of a set are, as JSON.
struct PortsFile {
  let set: MockSet

  var text: String {
    let fields = lines(set.urls, indent: 2) + secure
    return "{\n\(fields.joined(separator: ",\n"))\n}\n"
  }

  private var secure: [String] {
    guard let path = set.authorityPath else { return [] }
    let lines = lines(set.secureURLs, indent: 4).joined(separator: ",\n")
    let authority = (try? JSONText.string(path)) ?? "null"
    return ["  \"tls\": {\n    \"ca\": \(authority),\n\(lines)\n  }"]
  }

  private func lines(_ urls: [MockServerName: String], indent: Int) -> [String] {
    urls.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      String(repeating: " ", count: indent) + "\"\($0.key.rawValue)\": \"\($0.value)\""
    }
  }
}
