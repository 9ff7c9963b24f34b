import Foundation

/// Walks over DER, element by element.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) {
    rest = ArraySlice(bytes)
  }

  /// Of the element that comes next; nothing at the end.
  var tag: UInt8? { rest.first }

  /// The content of the next element.
  mutating func next() throws(PayCertificate.Problem) -> ArraySlice<UInt8> {
    let (content, after) = try peek()
    rest = after
    return content
  }

  /// The next element with its tag and length.
  mutating func whole() throws(PayCertificate.Problem) -> Data {
    let (_, after) = try peek()
    defer { rest = after }
    return Data(rest[rest.startIndex..<after.startIndex])
  }

  mutating func enter() throws(PayCertificate.Problem) -> DERReader {
    DERReader(try next())
  }

  /// With four digits for the year, whichever way it is written.
  mutating func time() throws(PayCertificate.Problem) -> String {
    let isShort = tag == 0x17
    let text = String(decoding: try next(), as: UTF8.self)
    guard isShort else { return text }
    return ((text.first ?? "0") < "5" ? "20" : "19") + text
  }

  private func peek() throws(PayCertificate.Problem) -> (
    content: ArraySlice<UInt8>, after: ArraySlice<UInt8>
  ) {
    let header = rest.prefix(2)
    guard header.count == 2, let first = header.last else { throw .notX509 }
    let isLong = first >= 0x80
    let digits = isLong ? rest.dropFirst(2).prefix(Int(first & 0x7F)) : [first]
    guard digits.count <= 4 else { throw .notX509 }
    let length = digits.reduce(0) { $0 << 8 | Int($1) }
    let content = rest.dropFirst(isLong ? 2 + digits.count : 2)
    guard content.count >= length else { throw .notX509 }
    return (content.prefix(length), content.dropFirst(length))
  }
}
