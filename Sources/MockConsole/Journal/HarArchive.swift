import Foundation
import MockKit

/// The journal as HAR 1.2, which browsers and proxies read.
struct HarArchive: Encodable {
  struct Log: Encodable {
    let version = "1.2"
    let creator = HarCreator()
    let entries: [HarEntry]
  }

  let log: Log

  init(_ entries: [HarEntry]) {
    log = Log(entries: entries)
  }
}

struct HarCreator: Encodable {
  let name = "linkage"
  let version = "1"
}

struct HarPair: Encodable {
  let name: String
  let value: String

  init(_ pair: (name: String, value: String)) {
    name = pair.name
    value = pair.value
  }
}

struct HarText: Encodable {
  var size: Int?
  let mimeType: String
  let text: String
}

struct HarRequest: Encodable {
  let method: String
  let url: String
  let httpVersion = "HTTP/1.1"
  let cookies: [HarPair] = []
  let headers: [HarPair]
  let queryString: [HarPair]
  let postData: HarText?
  let headersSize = -1
  let bodySize: Int
}

struct HarResponse: Encodable {
  let status: Int
  let statusText = ""
  let httpVersion = "HTTP/1.1"
  let cookies: [HarPair] = []
  let headers: [HarPair]
  let content: HarText
  let redirectURL = ""
  let headersSize = -1
  let bodySize: Int
}

struct HarTimings: Encodable {
  let send = 0.0
  let wait: Double
  let receive = 0.0
}

struct HarEntry: Encodable {
  struct Cache: Encodable {}

  let startedDateTime: String
  let time: Double
  let request: HarRequest
  let response: HarResponse
  let cache = Cache()
  let timings: HarTimings
  let comment: String

  init(_ entry: JournalEntry, at urls: [MockServerName: String]) {
    let (call, reply) = (entry.call, entry.reply)
    startedDateTime = MockClock.timestamp(entry.began)
    time = entry.tookMs
    timings = HarTimings(wait: entry.tookMs)
    comment = "\(entry.server.rawValue) \(entry.id)"
    request = HarRequest(
      method: call.method, url: (urls[entry.server] ?? "") + entry.target,
      headers: entry.requestHeaders.map(HarPair.init),
      queryString: entry.maskedQuery.sorted { $0.key < $1.key }
        .map { HarPair((name: $0.key, value: $0.value)) },
      postData: call.body.isEmpty ? nil : Self.text(call.body, call.headers["content-type"]),
      bodySize: call.body.count)
    var content = Self.text(reply.body, reply.contentType)
    content.size = reply.body.count
    response = HarResponse(
      status: reply.status, headers: entry.answerHeaders.map(HarPair.init), content: content,
      bodySize: reply.body.count)
  }

  private static func text(_ body: Data, _ type: String?) -> HarText {
    HarText(mimeType: type ?? "application/octet-stream", text: SecretMask.text(body))
  }
}
