import LinkageCore
import Values

/// Makes the request that goes on the wire from its template.
///
/// A reference: whoever waits for an answer holds it.
final class RequestBuilder: Sendable {
  let template: RequestTemplate
  let platform: Target.Platform
  let filler: Filler
  let boundaries: Boundaries
  /// Learns what stands under names such as `password`.
  let masker: Masker

  /// Answers beyond this size are refused, in bytes.
  static let maximumAnswer = 16 << 20

  init(
    template: RequestTemplate, platform: Target.Platform, filler: Filler, boundaries: Boundaries,
    masker: Masker
  ) {
    self.template = template
    self.platform = platform
    self.filler = filler
    self.boundaries = boundaries
    self.masker = masker
  }

  /// Whether a page's form is filled in and sent.
  var isSubmission: Bool { if case .submission = template.body { true } else { false } }

  /// Of a submission the page with the form.
  func request() throws(FillFailure) -> HTTPRequest {
    let body = try self.body()
    let url = try url()
    return request(
      isSubmission ? "GET" : template.method, url,
      headers: try headers(type: body?.type, isSessionSent: platform.owns(url)),
      body: body?.bytes)
  }

  func request(
    _ method: String, _ url: String, headers: [HeaderField], body: [UInt8]?
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, url: url, headers: headers, body: body,
      timeout: template.timeout ?? platform.timeout ?? Target.Platform.standardTimeout,
      follow: template.follow, maximumAnswer: platform.maximumAnswer ?? Self.maximumAnswer,
      connection: platform.connection)
  }

  private func url() throws(FillFailure) -> String {
    let path = try filler.path(template.path)
    let isAbsolute = path.hasPrefix("http://") || path.hasPrefix("https://")
    let slash = isAbsolute || path.hasPrefix("/") || path.isEmpty ? "" : "/"
    let url = isAbsolute ? path : platform.base + slash + path
    let query = try encoded(template.query)
    if query.isEmpty { return url }
    return url + (url.contains("?") ? "&" : "?") + query
  }

  /// - Parameters:
  ///   - isSessionSent: whether it goes to the platform: another host gets no session of it.
  ///   - isBasicSent: whether the request's own user and password go along.
  func headers(
    type: String?, isSessionSent: Bool, isBasicSent: Bool = true
  ) throws(FillFailure) -> [HeaderField] {
    var headers: [HeaderField] = []
    // A session header is not sent while what it is made of is not set.
    for entry in platform.sessionHeaders where isSessionSent {
      if let value = try? filler.string(entry.value) {
        headers.append(HeaderField(name: entry.key, value: value))
      }
    }
    for (name, value) in try filler.pairs(template.headers) {
      headers.removeAll { $0.name.lowercased() == name.lowercased() }
      headers.append(HeaderField(name: name, value: value))
    }
    // One that is written out, or the session's, is the only one: two are no HTTP.
    let isAuthorized = headers.contains { $0.name.lowercased() == "authorization" }
    if isBasicSent, !isAuthorized, let basic = try basic() { headers.append(basic) }
    if let type, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      headers.append(HeaderField(name: "Content-Type", value: type))
    }
    return headers
  }

  private func basic() throws(FillFailure) -> HeaderField? {
    guard let basic = template.basic else { return nil }
    let pair = "\(try filler.string(basic.user)):\(try filler.string(basic.password))"
    let encoded = Value.bytes(Array(pair.utf8)).json().dropFirst().dropLast()
    return HeaderField(name: "Authorization", value: "Basic \(encoded)")
  }

  private func body() throws(FillFailure) -> (bytes: [UInt8], type: String)? {
    switch template.body {
    case .none, .submission: return nil
    case .json(let template):
      let value = try filler.value(template)
      masker.addSecrets(in: value)
      return (value.jsonBytes(), "application/json")
    case .form(let entries):
      return (Array(try encoded(entries).utf8), "application/x-www-form-urlencoded")
    case .multipart(let parts):
      let body = try MultipartBody(parts, filler)
      for part in body.parts where part.fileName == nil && SecretNames.isKept(part.name) {
        masker.add(String(decoding: part.value, as: UTF8.self))
      }
      let boundary = boundaries.next(notIn: body.contents)
      return (body.bytes(boundary: boundary), MultipartBody.type(boundary: boundary))
    case .text(let template):
      return (Array(try filler.string(template).utf8), "text/plain; charset=utf-8")
    }
  }

  private func encoded(_ entries: [Template.Entry]) throws(FillFailure) -> String {
    let pairs = try filler.pairs(entries)
    for pair in pairs where SecretNames.isKept(pair.name) { masker.add(pair.value) }
    return pairs.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
    }.joined(separator: "&")
  }
}

extension Target.Platform {
  /// Whether an address is one of its own: a whole URL may lead to another host.
  func owns(_ url: String) -> Bool {
    url.hasPrefix(base + "/") || WebOrigin(of: url) == WebOrigin(of: base)
  }
}
