import LinkageCore

/// Answers that say they are packed.
extension Misdeed {
  static let packings: [Misdeed] = [
    packed("a gzip body", .answered(200), Packed.small),
    packed("a gzip body in two members", .answered(200), Packed.small + Packed.small),
    packed("an empty body that is called packed", .answered(200), []),
    packed("what was never packed", .failed(.malformed, "gzip"), Array("plain text".utf8)),
    packed(
      "a gzip body without its last byte", .failed(.malformed, "too early"), Packed.small.dropLast()
    ),
    packed(
      "a gzip body without its sum", .failed(.malformed, "too early"), Packed.small.dropLast(8)),
    packed(
      "half a gzip body", .failed(.malformed, "too early"),
      Packed.small.prefix(Packed.small.count / 2)),
    packed("a gzip header alone", .failed(.malformed, "too early"), Packed.small.prefix(10)),
    packed("a wrong sum", .failed(.malformed, "unpacked"), Packed.small.dropLast() + [0xFF]),
    packed(
      "more behind a gzip body", .failed(.malformed, "unpacked"), Packed.small + Array("junk".utf8)),
    packed("more than allowed in a few bytes", .failed(.tooLarge, "1000 bytes"), Packed.bytes),
    packed("an encoding nobody asked for", .failed(.malformed, "br"), Array("??".utf8), "br"),
    packed("packed twice", .failed(.malformed, "gzip, gzip"), Packed.small, "gzip, gzip"),
    packed("another name for gzip", .answered(200), Packed.small, "X-GZIP"),
    packed("no packing by name", .answered(200), Array("plain text".utf8), "identity"),
  ]

  private static func packed(
    _ description: String, _ outcome: Outcome, _ body: some Collection<UInt8>,
    _ encoding: String = "gzip"
  ) -> Misdeed {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\n"
      + "Content-Length: \(body.count)\r\n\r\n"
    return Misdeed(description, outcome, [.send(head), .bytes(Array(body))])
  }
}
