/// The lines of standard input, one after the other.
struct LineReader {
  /// The rest of a longer line is passed over, in bytes.
  private static let longest = 1 << 20

  private let read: @Sendable (Int) -> [UInt8]
  private var waiting: ArraySlice<UInt8> = []
  private var isAtEnd = false

  init(_ world: World) { read = world.input }

  /// `nil` at the end.
  mutating func next() -> String? {
    var line: [UInt8] = []
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        take(waiting[..<end], into: &line)
        waiting = waiting[(end + 1)...]
        return Self.text(line)
      }
      take(waiting, into: &line)
      waiting = isAtEnd ? [] : read(64 << 10)[...]
      if waiting.isEmpty {
        isAtEnd = true
        return line.isEmpty ? nil : Self.text(line)
      }
    }
  }

  /// Everything that is left.
  mutating func rest(atMost limit: Int) -> [UInt8] {
    var bytes = Array(waiting)
    while bytes.count <= limit {
      let more = read(64 << 10)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  private func take(_ bytes: ArraySlice<UInt8>, into line: inout [UInt8]) {
    line += bytes.prefix(max(0, Self.longest - line.count))
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self)
  }
}
