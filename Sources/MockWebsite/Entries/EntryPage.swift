import Foundation
import MockKit

/// `GET /go/{key}`: a phone jumps into the mini-program, a computer shows a code for the phone.
struct EntryPage: Handler {
  let site: PageSite
  let shop: Shop
  let entrances: any EntranceMaker

  func answer(_ call: Call) async throws -> Reply {
    let key = call.parameters["key"] ?? ""
    do {
      let entry = try await shop.landed(key, for: call)
      if call.method == "GET" { try await shop.noteClick(on: entry, for: call) }
      if call.isPhone, let link = entry.link {
        return PageSite.redirect(
          to: link,
          headers: [
            Reply.Header("Vary", "User-Agent"), Reply.Header("Cache-Control", "no-store"),
          ])
      }
      return try await page(entry, for: call)
    } catch let error as any ProblemConvertible where call.isBrowser {
      return try await site.failure(error.problem, for: call)
    }
  }

  private func page(_ entry: Entry, for call: Call) async throws -> Reply {
    let picture = try await shop.picture(of: entry.entryKey, by: entrances)
    let context = [
      "picture": "data:image/jpeg;base64," + picture.base64EncodedString(),
      "entryKey": entry.entryKey,
    ]
    return try site.page(
      "entry", context, member: try await site.member(of: call), status: 200, for: call)
  }
}
