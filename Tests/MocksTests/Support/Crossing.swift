import Foundation
import MockKit
import Mocks
import Testing

extension MockWorld {
  /// Makes an entry of the website.
  ///
  /// - Returns: its key.
  func entry(
    _ kind: String = "link", sku: String? = nil, by visitor: Visitor? = nil
  ) async throws -> String {
    let visitor = visitor ?? self.visitor(.web)
    let more = sku.map { #","sku":"\#($0)""# } ?? ""
    let answer = try await visitor.call(
      "POST", "/api/entries",
      #"{"kind":"\#(kind)","page":"pages/index/index","source":"banner"\#(more)}"#)
    try #require(answer.status == 201, "\(answer.text)")
    return answer.json["entryKey"].text
  }

  /// What the staff sees of it.
  func visits(of entry: String, on side: ShopSide) async throws -> JSON {
    try await staff(on: side, "/api/staff/entries/\(entry)", method: "GET").json
  }

  /// What the page gets whom WeChat opens it for.
  func open(_ way: String, _ text: String, phone: String) async throws -> Answer {
    try await visitor(.wechat).call(
      "POST", "/_control/open", #"{"\#(way)":"\#(text)","phone":"\#(phone)"}"#)
  }
}

extension Visitor {
  /// - Parameter params: JSON.
  func land(_ params: String, scene: Int, code: String? = nil) async throws -> Answer {
    let more = code.map { #","code":"\#($0)""# } ?? ""
    return try await call(
      "POST", "/api/landings", #"{"params":\#(params),"scene":\#(scene)\#(more)}"#)
  }

  func handOver(to path: String) async throws -> Answer {
    try await call("POST", "/api/handovers", #"{"to":"\#(path)","source":"orders"}"#)
  }
}
