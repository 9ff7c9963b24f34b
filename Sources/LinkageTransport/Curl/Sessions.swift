import CCurl
import LinkageCore

/// The cookie jars: libcurl's own engine, one share for each session.
///
/// The shares need no locks: all handles that use one belong to the same thread.
final class Sessions {
  final class Session {
    let number: Int
    let jar: UnsafeMutableRawPointer
    var inUse = 0
    var isClosed = false
    var mark = CookieMark()

    init(number: Int, jar: UnsafeMutableRawPointer) {
      self.number = number
      self.jar = jar
    }
  }

  private var all: [Int: Session] = [:]
  private var next = 1

  var count: Int { all.count }

  func open() -> SessionID {
    let id = SessionID(number: next)
    next += 1
    guard let jar = curl_share_init() else { return id }
    _ = ccurl_share_cookies(jar)
    all[id.number] = Session(number: id.number, jar: jar)
    return id
  }

  /// A session that does not exist gives an empty one.
  func copy(_ id: SessionID) -> SessionID {
    let copy = open()
    guard let from = all[id.number]?.jar, let to = all[copy.number]?.jar,
      let easy = curl_easy_init()
    else { return copy }
    _ = ccurl_set_pointer(easy, CURLOPT_SHARE, from)
    var lines: UnsafeMutablePointer<curl_slist>?
    _ = ccurl_get_list(easy, CURLINFO_COOKIELIST, &lines)
    _ = ccurl_set_pointer(easy, CURLOPT_SHARE, to)
    var line = lines
    while let current = line {
      _ = ccurl_set_text(easy, CURLOPT_COOKIELIST, current.pointee.data)
      line = current.pointee.next
    }
    if lines != nil { all[copy.number]?.mark.isSet = true }
    curl_slist_free_all(lines)
    curl_easy_cleanup(easy)
    return copy
  }

  /// A jar that a request still uses goes away with the last of them.
  func close(_ id: SessionID) {
    guard let session = all[id.number] else { return }
    session.isClosed = true
    dropIfUnused(session)
  }

  func closeAll() {
    for number in Array(all.keys) { close(SessionID(number: number)) }
  }

  func attach(_ id: SessionID?, to transfer: Transfer) throws(TransportFailure) {
    guard let id else { return }
    guard let session = all[id.number], !session.isClosed else {
      throw TransportFailure(kind: .other, wasSent: false, detail: "the session is closed")
    }
    session.inUse += 1
    transfer.session = session
    _ = ccurl_set_pointer(transfer.easy, CURLOPT_SHARE, session.jar)
    // A jar alone is not used: a cookie file switches cookies on, even one without a name.
    _ = ccurl_set_text(transfer.easy, CURLOPT_COOKIEFILE, "")
    transfer.cookies.attach(session.mark, transfer.easy)
  }

  func detach(_ transfer: Transfer) {
    guard let session = transfer.session else { return }
    transfer.session = nil
    transfer.cookies.detach(transfer.easy)
    // In this order: without its jar the handle would keep cookies of its own from now on.
    _ = ccurl_set_text(transfer.easy, CURLOPT_COOKIEFILE, nil)
    _ = ccurl_set_pointer(transfer.easy, CURLOPT_SHARE, nil)
    session.inUse -= 1
    dropIfUnused(session)
  }

  private func dropIfUnused(_ session: Session) {
    guard session.isClosed, session.inUse == 0 else { return }
    all[session.number] = nil
    curl_share_cleanup(session.jar)
  }
}
