import LinkageCore

/// The options that say how a request travels, none of them secret.
struct CurlOptions {
  let request: CurlRequest

  init(_ request: CurlRequest) { self.request = request }

  var all: [String] {
    var options: [String] = []
    let url = request.url.plain
    // Elsewhere curl would read them as patterns.
    if url.contains(where: { "[]{}".contains($0) }) { options.append("--globoff") }
    options += agent + suppressed + compression + version + security + route + limits + redirects
    return options
  }

  private func has(_ name: String) -> Bool {
    request.headers.contains { $0.name.lowercased() == name }
  }

  private var agent: [String] { has("user-agent") ? [] : ["-A linkage"] }

  /// What curl would add to a body by itself.
  private var suppressed: [String] {
    let size: Int
    switch request.body {
    case .none: return []
    case .text(let text): size = text.plain.utf8.count
    case .bytes(let bytes): size = bytes.count
    case .cut(let count), .binary(let count): size = count
    }
    let type = has("content-type") ? [] : ["-H 'Content-Type:'"]
    return size >= 1 << 20 && !has("expect") ? type + ["-H 'Expect:'"] : type
  }

  /// Unpacking alone would ask for all that curl can.
  private var compression: [String] {
    if request.connection.isUncompressed == true { return [] }
    return has("accept-encoding")
      ? ["--compressed"] : ["-H 'Accept-Encoding: gzip'", "--compressed"]
  }

  private var version: [String] {
    switch request.connection.version {
    case "1.1": ["--http1.1"]
    case "2": ["--http2"]
    default: []
    }
  }

  private var security: [String] {
    let connection = request.connection
    var options: [String] = []
    if let path = connection.authority { options.append("--cacert " + ShellText.word(path)) }
    if let path = connection.certificate {
      // Behind a colon curl looks for a password.
      let escaped = path.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
      options.append("--cert " + ShellText.word(escaped))
    }
    if let path = connection.key { options.append("--key " + ShellText.word(path)) }
    if let version = connection.leastTLS { options.append("--tlsv" + ShellText.word(version)) }
    return options
  }

  private var route: [String] {
    let connection = request.connection
    var options = (connection.pins ?? []).map { pin in
      let address = pin.address.contains(":") ? "[\(pin.address)]" : pin.address
      let port = pin.port.map(String.init) ?? ""
      return "--connect-to " + ShellText.word("\(pin.host):\(port):\(address):")
    }
    switch connection.proxy {
    case "": options.append("--noproxy '*'")
    case .some: options.append("--noproxy " + ShellText.quoted(connection.proxyExcept ?? ""))
    // curl itself would let the environment's proxy take those to this machine, too.
    case nil where URLAuthority(of: request.url.plain).isLoopback: options.append("--noproxy '*'")
    case nil: break
    }
    return options
  }

  private var limits: [String] {
    let connect = request.connection.connectTimeout.map { "--connect-timeout \(Self.seconds($0))" }
    let whole = request.timeout.map { "--max-time \(Self.seconds($0))" }
    return [connect, whole].compactMap(\.self)
  }

  private var redirects: [String] {
    guard request.follow > 0 else { return [] }
    var options = ["--location", "--max-redirs \(request.follow)"]
    // Only POST becomes GET by 301 and 302, as in browsers.
    if request.body != .none, request.method != "POST" { options += ["--post301", "--post302"] }
    // Switches cookies on: those set on the way go along.
    if request.keepsCookies { options.append("-b ''") }
    return options
  }

  /// `5`, `0.25`: rounded up to milliseconds, as the request's own was.
  private static func seconds(_ length: Nanoseconds) -> String {
    let milliseconds = max(1, length.millisecondsRoundedUp)
    let fraction = String(milliseconds % 1_000 + 1_000).dropFirst()
    let digits = fraction.reversed().drop { $0 == "0" }.reversed()
    return digits.isEmpty
      ? "\(milliseconds / 1_000)" : "\(milliseconds / 1_000).\(String(digits))"
  }
}
