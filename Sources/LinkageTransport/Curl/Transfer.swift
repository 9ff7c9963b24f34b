import CCurl
import LinkageCore

/// One easy handle with what its callbacks collect; used again for request after request.
final class Transfer {
  enum End {
    case code(CURLcode)
    case cancelled
  }

  let easy: UnsafeMutableRawPointer
  /// What libcurl says of a failure, in its own words.
  private let words: UnsafeMutablePointer<CChar>
  var list: UnsafeMutablePointer<curl_slist>?
  var session: Int?
  /// A connect-only handle keeps its connection: it is used once.
  var isReusable = true
  var maximumAnswer = 0
  var hasBody = false
  /// What the handle is set to; `nil` before the first request.
  var packing: Packing?
  private(set) var answer = AnswerBuffer(unpacks: false)
  private(set) var number: UInt64 = 0
  private var asked = Instant(0)
  private var sent: Instant?
  /// The request bytes of earlier hops.
  private var writtenBefore = 0
  private var isResend = false
  private var continuation: Engine.Continuation?

  init?(options: TransportOptions) {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    words = .allocate(capacity: Int(CURL_ERROR_SIZE))
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setConstants(options, words: words)
    setCallbacks()
  }

  deinit {
    curl_easy_cleanup(easy)
    words.deallocate()
  }

  static func of(_ easy: UnsafeMutableRawPointer?) -> Transfer? {
    var pointer: UnsafeMutableRawPointer?
    guard let easy, ccurl_get_pointer(easy, CURLINFO_PRIVATE, &pointer) == CURLE_OK, let pointer
    else { return nil }
    return Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
  }

  func begin(_ number: UInt64, at moment: Instant, _ continuation: Engine.Continuation) {
    self.number = number
    self.continuation = continuation
    asked = moment
    sent = nil
    writtenBefore = 0
    isResend = false
    words[0] = 0
    answer = AnswerBuffer(unpacks: packing == .here)
  }

  /// Who waits; `nil` from the second call on, so that nobody is answered twice.
  func end() -> Engine.Continuation? {
    defer { continuation = nil }
    return continuation
  }

  /// Lets go of all that belonged to one request.
  func clear() {
    if let list {
      _ = ccurl_set_list(easy, CURLOPT_HTTPHEADER, nil)
      curl_slist_free_all(list)
      self.list = nil
    }
    if hasBody {
      _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, nil)
      hasBody = false
    }
    answer = AnswerBuffer(unpacks: packing == .here)
  }

  func exchange(_ end: End, received: Instant) -> HTTPExchange {
    var isStale = false
    if case .cancelled = end { isStale = sent == nil }
    return HTTPExchange(
      result: result(end), sent: sent ?? asked, received: received,
      phases: isStale ? .zero : phases())
  }

  // MARK: what libcurl tells

  /// Called when a connection stands and the request is about to be written.
  ///
  /// libcurl writes a request again when a connection that it used before dies without an answer.
  /// It asks here first: a second writing without an answer between is refused, unless not one
  /// byte of the first got out. A redirect has an answer between.
  fileprivate func willWrite() -> Int32 {
    let written = requestSize
    if sent != nil, !answer.hasBegun, written > writtenBefore {
      isResend = true
      return CURL_PREREQFUNC_ABORT
    }
    writtenBefore = written
    if written == 0 { sent = MonotonicClock.now() }
    answer = AnswerBuffer(unpacks: packing == .here)
    return CURL_PREREQFUNC_OK
  }

  fileprivate func take(header: UnsafeRawBufferPointer) -> Int {
    if answer.take(header: header) == 303 {
      // A method set by name would outlive the redirect that asks for GET.
      _ = ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, nil)
    }
    return answer.fault == nil ? header.count : 0
  }

  fileprivate func take(body: UnsafeRawBufferPointer) -> Int {
    answer.take(body: body, maximum: maximumAnswer) ? body.count : 0
  }

  private func setCallbacks() {
    let user = Unmanaged.passUnretained(self).toOpaque()
    _ = ccurl_set_pointer(easy, CURLOPT_PRIVATE, user)
    _ = ccurl_set_on_body(easy, Self.onBody, user)
    _ = ccurl_set_on_header(easy, Self.onHeader, user)
    _ = ccurl_set_on_request(easy, Self.onRequest, user)
  }

  private static let onBody: curl_write_callback = { bytes, size, count, user in
    guard let user else { return 0 }
    return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
      .take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  private static let onHeader: curl_write_callback = { bytes, size, count, user in
    guard let user else { return 0 }
    return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
      .take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  private static let onRequest: curl_prereq_callback = { user, _, _, _, _ in
    guard let user else { return CURL_PREREQFUNC_ABORT }
    return Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue().willWrite()
  }

  // MARK: what came of it

  /// How many bytes were written; an earlier request's until libcurl begins with this one.
  private var requestSize: Int {
    var size = 0
    _ = ccurl_get_long(easy, CURLINFO_REQUEST_SIZE, &size)
    return size
  }

  private func result(_ end: End) -> Result<HTTPAnswer, TransportFailure> {
    let wasSent = sent != nil && requestSize > 0
    switch end {
    case .cancelled:
      return .failure(TransportFailure(kind: .cancelled, wasSent: wasSent, detail: "cancelled"))
    // Without a further redirect allowed, the last one is the answer.
    case .code(CURLE_OK), .code(CURLE_TOO_MANY_REDIRECTS):
      if let fault = answer.lastFault {
        return .failure(
          TransportFailure(kind: fault.kind, wasSent: true, detail: fault.detail))
      }
      return .success(answer.finished(url: effectiveURL))
    case .code(let code):
      let known = FailureKind.Circumstances(
        wasSent: wasSent, hasAnswer: answer.hasBegun, isHeadComplete: answer.isHeadComplete,
        isResend: isResend, fault: answer.fault, words: words(for: code))
      return .failure(
        TransportFailure(
          kind: FailureKind.of(code, known), wasSent: wasSent,
          detail: FailureKind.detail(code, known)))
    }
  }

  private func words(for code: CURLcode) -> String {
    words[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: words)
  }

  private var effectiveURL: String {
    var url: UnsafePointer<CChar>?
    _ = ccurl_get_text(easy, CURLINFO_EFFECTIVE_URL, &url)
    return url.map { String(cString: $0) } ?? ""
  }

  private func phases() -> Phases {
    func time(_ info: CURLINFO) -> Int64 {
      var microseconds: curl_off_t = 0
      _ = ccurl_get_size(easy, info, &microseconds)
      return Int64(microseconds)
    }
    var connections = 0
    _ = ccurl_get_long(easy, CURLINFO_NUM_CONNECTS, &connections)
    return Phases(
      name: time(CURLINFO_NAMELOOKUP_TIME_T), connect: time(CURLINFO_CONNECT_TIME_T),
      tls: time(CURLINFO_APPCONNECT_TIME_T), firstByte: time(CURLINFO_STARTTRANSFER_TIME_T),
      total: time(CURLINFO_TOTAL_TIME_T), reused: sent != nil && connections == 0)
  }
}
