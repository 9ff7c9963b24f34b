import LinkageCore

/// Collects one answer as libcurl hands it over; a new status line begins a new one.
struct AnswerBuffer {
  /// Whether a byte of an answer has come.
  private(set) var hasBegun = false
  /// Why no more of it is taken.
  private(set) var fault: AnswerFault?
  /// Whether the empty line behind the headers has come.
  private(set) var isHeadComplete = false
  private var status = 0
  private var framing = AnswerFraming()
  private var unpacks: Bool
  private var unpacker: Unpacker?
  private var headers: [HeaderField] = []
  private var body: [UInt8] = []
  /// How much of the body came, packed or not.
  private var arrived = 0
  /// Of all heads together: interim answers and trailers without end are without end, too.
  private var headBytes = 0

  /// In bytes. libcurl gives up at 300 KiB, and calls it a lost connection.
  static let largestHead = 256 << 10
  /// A length that is announced takes no more memory than this before the bytes come.
  private static let largestReserve = 256 << 10

  /// `unpacks` when bodies come as they stood on the wire and not as libcurl unpacked them.
  init(unpacks: Bool) { self.unpacks = unpacks }

  /// As new; cheaper than a new one where nothing has come.
  mutating func reset(unpacks: Bool) {
    if hasBegun { self = AnswerBuffer(unpacks: unpacks) } else { self.unpacks = unpacks }
  }

  /// Takes one line with its end; gives the status where it is a status line. `fault` may be set.
  mutating func take(header line: UnsafeRawBufferPointer) -> Int? {
    hasBegun = true
    headBytes += line.count
    if headBytes > Self.largestHead { fault = .largeHead }
    guard Self.isStatusLine(line) else {
      take(field: line)
      return nil
    }
    status = Self.status(in: line)
    framing = AnswerFraming()
    headers.removeAll(keepingCapacity: true)
    headers.reserveCapacity(8)
    body = []
    arrived = 0
    unpacker = nil
    isHeadComplete = false
    return status
  }

  private mutating func take(field line: UnsafeRawBufferPointer) {
    if line[0] == 0x0A || line.count == 2 && line[0] == 0x0D && line[1] == 0x0A {
      isHeadComplete = true
      return
    }
    if !isHeadComplete, fault == nil { fault = framing.take(line) }
    HeaderLines.add(line, to: &headers)
  }

  private static func isStatusLine(_ line: UnsafeRawBufferPointer) -> Bool {
    line.count > 4 && line[0] == UInt8(ascii: "H") && line.starts(with: "HTTP/".utf8)
  }

  /// False when no more is wanted; `fault` says why.
  mutating func take(body bytes: UnsafeRawBufferPointer, maximum: Int) -> Bool {
    hasBegun = true
    arrived += bytes.count
    if unpacks, let packing = framing.packing {
      return take(packed: bytes, packing, maximum: maximum)
    }
    return append(bytes, maximum: maximum)
  }

  private mutating func take(
    packed bytes: UnsafeRawBufferPointer, _ packing: String, maximum: Int
  ) -> Bool {
    guard packing == "gzip" || packing == "x-gzip" else {
      fault = .packing(packing)
      return false
    }
    let unpacker = unpacker ?? Unpacker()
    self.unpacker = unpacker
    do throws(Unpacker.Problem) {
      try unpacker.unpack(bytes) { append($0, maximum: maximum) }
    } catch {
      if error == .broken { fault = .brokenPacking }
    }
    return fault == nil
  }

  private mutating func append(_ bytes: some Collection<UInt8>, maximum: Int) -> Bool {
    if bytes.count > maximum - body.count {
      fault = .largeBody(maximum: maximum)
      return false
    }
    if body.isEmpty { body.reserveCapacity(min(framing.length ?? 0, Self.largestReserve, maximum)) }
    body.append(contentsOf: bytes)
    return true
  }

  /// What is wrong with an answer that libcurl calls whole.
  var lastFault: AnswerFault? {
    if let fault { return fault }
    // libcurl takes a connection that ends among the headers for a whole answer.
    if hasBegun, !isHeadComplete { return .endedInHead }
    if let unpacker, !unpacker.isWhole { return .tornPacking }
    return status == 101 ? .switched : nil
  }

  /// Whether it is all there by its own measure, whatever happened to the connection. With HTTP/2
  /// libcurl may lose a stream whose last byte has come, when the server closes the connection. Not
  /// of a redirect: what happened may have happened on its way.
  var isWhole: Bool {
    isHeadComplete && (200..<300 ~= status || status >= 400) && framing.length == arrived
      && lastFault == nil
  }

  func finished(url: String) -> HTTPAnswer {
    HTTPAnswer(status: status, headers: headers, body: body, url: url)
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
