import LinkageCore

/// Collects one answer as libcurl hands it over; a new status line begins a new one.
struct AnswerBuffer {
  /// Whether a byte of an answer has come.
  private(set) var hasBegun = false
  private(set) var isTooLarge = false
  /// Whether the empty line behind the headers has come.
  private(set) var isHeadComplete = false
  private var status = 0
  private var headers: [UInt8] = []
  private var body: [UInt8] = []

  /// Takes one line with its end; gives the status where it is a status line.
  mutating func take(header line: UnsafeRawBufferPointer) -> Int? {
    hasBegun = true
    guard line.starts(with: "HTTP/".utf8) else {
      if line.elementsEqual("\r\n".utf8) || line.elementsEqual("\n".utf8) { isHeadComplete = true }
      headers.append(contentsOf: line)
      return nil
    }
    status = Self.status(in: line)
    headers.removeAll(keepingCapacity: true)
    body = []
    isHeadComplete = false
    return status
  }

  /// False when the answer would grow beyond `maximum` bytes.
  mutating func take(body bytes: UnsafeRawBufferPointer, maximum: Int) -> Bool {
    hasBegun = true
    if body.count + bytes.count > maximum {
      isTooLarge = true
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  func finished(url: String) -> HTTPAnswer {
    HTTPAnswer(status: status, headers: HeaderLines.fields(of: headers), body: body, url: url)
  }

  /// The number behind the first space.
  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return 0 }
    var status = 0
    for byte in line[(space + 1)...].prefix(3) {
      guard byte >= 0x30, byte <= 0x39 else { break }
      status = status * 10 + Int(byte - 0x30)
    }
    return status
  }
}
