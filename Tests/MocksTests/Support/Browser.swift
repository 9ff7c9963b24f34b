import Foundation
import MockKit
import Mocks
import Synchronization

/// Somebody who uses the website's pages: keeps its cookies, fills in its forms.
final class Browser: Sendable {
  private let client: WireClient
  private let base: String
  private let jar = Mutex<[String: String]>([:])
  /// Such as `zh-CN,zh;q=0.9`.
  private let languages: String

  init(_ world: MockWorld, languages: String = "en") {
    client = world.client
    base = world.set.urls[.web] ?? ""
    self.languages = languages
  }

  func cookie(_ name: String) -> String? { jar.withLock { $0[name] } }

  func drop(_ name: String) { jar.withLock { $0[name] = nil } }

  @discardableResult
  func open(_ path: String) async throws -> Page { try await send("GET", path, "") }

  /// Sends the form with this id of the page at `path`, filled in with `fields`.
  @discardableResult
  func submit(
    _ id: String, of path: String, _ fields: [String: String] = [:]
  ) async throws -> Page {
    let page = try await open(path)
    guard let form = page.form(id) else { throw NoForm(id: id, page: page.text) }
    return try await post(form.action, form.fields.merging(fields) { $1 })
  }

  func post(_ path: String, _ fields: [String: String]) async throws -> Page {
    let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
    return try await send("POST", path, body.joined(separator: "&"))
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  private func send(_ method: String, _ path: String, _ body: String) async throws -> Page {
    let cookies = jar.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    let answer = try await client.send(
      WireRequest(
        method, path,
        headers: [
          ("cookie", cookies), ("accept-language", languages), ("accept", "text/html,*/*;q=0.8"),
          ("content-type", "application/x-www-form-urlencoded"),
        ], body: Data(body.utf8)), to: base)
    for header in answer.headers where header.name.lowercased() == "set-cookie" {
      keep(header.value)
    }
    return Page(answer)
  }

  private func keep(_ header: String) {
    let pair = header.prefix { $0 != ";" }.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard pair.count == 2 else { return }
    jar.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
  }
}

struct NoForm: Error {
  let id: String
  let page: String
}

/// A page as a browser got it.
struct Page: Sendable {
  let status: Int
  let location: String?
  let text: String
  let wire: WireAnswer

  init(_ wire: WireAnswer) {
    self.wire = wire
    status = wire.status
    location = wire.header("location")
    text = String(decoding: wire.body, as: UTF8.self)
  }

  /// The text of the element with this id, as it stands in the page.
  func element(_ id: String) -> String? {
    guard
      let match = try? Regex("id=\"\(id)\"[^>]*>([^<]*)<", as: (Substring, Substring).self)
        .firstMatch(in: text)
    else { return nil }
    return String(match.1)
  }

  /// An attribute of the element with this id.
  func attribute(_ name: String, of id: String) -> String? {
    guard
      let match = try? Regex(
        "id=\"\(id)\"[^>]*\(name)=\"([^\"]*)\"", as: (Substring, Substring).self
      ).firstMatch(in: text)
    else { return nil }
    return String(match.1)
  }

  /// Where a form goes and what it holds before anyone types.
  func form(_ id: String) -> (action: String, fields: [String: String])? {
    guard
      let match = try? Regex(
        "<form[^>]*action=\"([^\"]*)\"[^>]*id=\"\(id)\"[^>]*>(.*?)</form>",
        as: (Substring, Substring, Substring).self
      ).dotMatchesNewlines().firstMatch(in: text)
    else { return nil }
    var fields: [String: String] = [:]
    for input in match.2.matches(of: /<input[^>]*>/) {
      guard let name = input.0.firstMatch(of: /name="([^"]*)"/) else { continue }
      let value = input.0.firstMatch(of: /value="([^"]*)"/)
      fields[String(name.1)] = String(value?.1 ?? "")
    }
    return (String(match.1), fields)
  }
}
