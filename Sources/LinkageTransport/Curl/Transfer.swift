import CCurl
import LinkageCore

/// One easy handle with what its callbacks collect; used again for request after request.
final class Transfer {
  let easy: UnsafeMutableRawPointer
  /// A route lets go of its transfers when it is closed.
  let route: Route
  unowned(unsafe) let engine: Engine
  private let hasIdleTimeout: Bool
  private let isHTTP2Only: Bool
  /// Where it is under way.
  var multi: Multi?
  var session: Sessions.Session?
  /// Where it is among those under way.
  var place = 0
  /// When it is to be looked at next, in nanoseconds.
  var lookAt: Int64 = 0
  /// A connect-only handle keeps its connection: it is used once.
  var isReusable = true
  var maximumAnswer = 0
  var timeout = Nanoseconds(0)

  // What the handle is set to; `nil` where it was not set yet.
  var url: String?
  var method: String?
  var headers: [HeaderField]?
  var isSecure: Bool?
  var packing: Packing?
  var follow = 0
  var connectMilliseconds = 0
  var hasCookies = false
  var hasCheckedFiles = false
  var bodySize: Int?
  var list: UnsafeMutablePointer<curl_slist>?
  var pinList: UnsafeMutablePointer<curl_slist>?
  let trace = TransferTrace()
  private(set) var number: UInt64 = 0
  private(set) var answer = AnswerBuffer(unpacks: false)
  private(set) var asked = Instant(0)
  private(set) var sent: Instant?
  private(set) var isResend = false
  /// Refused because the server does not speak it.
  private(set) var lacksHTTP2 = false
  /// What the system said where it gave no socket.
  var socketError: Int32 = 0
  /// When something came last, or the request was on its way; kept where silence has a limit.
  private(set) var lastSign = Instant(0)
  /// Bytes of a tunnel's making, which are not the request's.
  private(set) var tunnel = (request: 0, headers: 0)
  /// The request bytes of earlier hops.
  private var writtenBefore = 0
  var remote = RemoteText()
  /// What libcurl says of a failure, in its own words.
  let words: UnsafeMutablePointer<CChar>
  private var continuation: Engine.Continuation?

  /// `isCrowded` when there are very many.
  init?(
    route: Route, engine: Engine, options: TransportOptions, isCrowded: Bool
  ) {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    self.route = route
    self.engine = engine
    hasIdleTimeout = route.connection.settings.idleTimeout != nil
    isHTTP2Only = route.connection.settings.version == .http2
    words = .allocate(capacity: Int(CURL_ERROR_SIZE))
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    _ = ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, words)
    setConstants(settings, longestIdle: options.longestIdle, isCrowded: isCrowded)
    setCallbacks()
    trace.listen(on: easy)
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(list)
    curl_slist_free_all(pinList)
    words.deallocate()
  }

  var settings: Connection.Settings { route.connection.settings }
  var proxies: ProxyChoice { route.proxies }
  var cookies: SentCookies { trace.cookies }
  var hasBody: Bool { bodySize != nil }

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
    tunnel = (0, 0)
    isResend = false
    lacksHTTP2 = false
    socketError = 0
    words[0] = 0
    answer.reset(unpacks: packing == .here)
  }

  /// Who waits; `nil` from the second call on, so that nobody is answered twice.
  func end() -> Engine.Continuation? {
    defer { continuation = nil }
    return continuation
  }

  /// Lets go of all that belonged to one request.
  func clear() {
    if hasBody {
      dropHeaders()
      _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, nil)
      bodySize = nil
    }
    answer.reset(unpacks: packing == .here)
  }

  func dropHeaders() {
    headers = nil
    guard let list else { return }
    _ = ccurl_set_list(easy, CURLOPT_HTTPHEADER, nil)
    curl_slist_free_all(list)
    self.list = nil
  }

  // MARK: what libcurl tells

  /// Called when a connection stands and the request is about to be written.
  ///
  /// libcurl writes a request again when a connection that it used before dies without an answer.
  /// It asks here first: a second writing without an answer between is refused, unless not one
  /// byte of the first got out. A redirect has an answer between.
  func willWrite() -> Int32 {
    trace.endHandshake(isSecure: isSecure == true, easy)
    if isHTTP2Only, ccurl_is_http2(easy) == 0 {
      lacksHTTP2 = true
      return CURL_PREREQFUNC_ABORT
    }
    let written = requestSize
    if sent != nil, !answer.hasBegun, written > writtenBefore {
      isResend = true
      return CURL_PREREQFUNC_ABORT
    }
    if sent == nil, written > 0 { tunnel = (written, headerSize) }
    writtenBefore = written
    if written == tunnel.request { sent = MonotonicClock.now() }
    noteSign()
    answer.reset(unpacks: packing == .here)
    return CURL_PREREQFUNC_OK
  }

  func take(header: UnsafeRawBufferPointer) -> Int {
    noteSign()
    cookies.see(header)
    if answer.take(header: header) == 303 {
      // A method set by name would outlive the redirect that asks for GET.
      _ = ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, nil)
      method = nil
    }
    return answer.fault == nil ? header.count : 0
  }

  func take(body: UnsafeRawBufferPointer) -> Int {
    noteSign()
    return answer.take(body: body, maximum: maximumAnswer) ? body.count : 0
  }

  private func noteSign() {
    if hasIdleTimeout { lastSign = MonotonicClock.now() }
  }

  /// When to look at it again, and what is over by then: a request that is not written yet is not
  /// idle.
  func due(_ now: Instant) -> (moment: Instant, which: Timeout) {
    let whole = asked + timeout
    guard hasIdleTimeout, let limit = settings.idleTimeout else { return (whole, .whole) }
    if sent == nil || isUploading { lastSign = now }
    let silent = lastSign + limit
    return silent < whole ? (silent, .idle) : (whole, .whole)
  }

  private var isUploading: Bool {
    guard let bodySize, bodySize > 0, !answer.hasBegun else { return false }
    return uploaded < bodySize
  }
}
