/// What a server's log tells: how often it served each id.
struct Served {
  let counts: [String: Int]

  /// Lines whose first word is the id.
  init(_ lines: [String]) {
    counts = lines.reduce(into: [:]) { counts, line in
      counts[String(line.prefix { $0 != " " }), default: 0] += 1
    }
  }
}
