import MockKit
import Mocks
import Testing

extension Visitor {
  /// Asks before buying.
  ///
  /// - Returns: the inquiry's id.
  func ask(_ subject: String = "采购", _ text: String = "能刻字吗？") async throws -> String {
    let answer = try await call(
      "POST", "/api/inquiries", #"{"subject":"\#(subject)","text":"\#(text)"}"#)
    try #require(answer.status == 201, "\(answer.text)")
    return answer.json["inquiryId"].text
  }

  func reply(_ text: String, to inquiry: String, accept: Bool? = nil) async throws -> Answer {
    let more = accept.map { #","accept":\#($0)"# } ?? ""
    return try await call(
      "POST", "/api/inquiries/\(inquiry)/replies", #"{"text":"\#(text)"\#(more)}"#)
  }

  func wish(_ title: String = "礼盒") async throws -> String {
    let answer = try await call(
      "POST", "/api/solutions", #"{"title":"\#(title)","need":"三百份","budget":"30000.00"}"#)
    try #require(answer.status == 201, "\(answer.text)")
    return answer.json["solutionId"].text
  }

  /// What is said to a page that asks whether to show a prompt.
  func prompt(on page: String = "home") async throws -> JSON {
    let answer = try await call("POST", "/api/prompts", #"{"page":"\#(page)"}"#)
    try #require(answer.status == 200, "\(answer.text)")
    return answer.json
  }
}

extension MockWorld {
  func quote(
    _ inquiry: String, _ amount: String = "288.00", days: Int = 7, on side: ShopSide = .web
  ) async throws -> Answer {
    try await staff(
      on: side, "/api/staff/inquiries/\(inquiry)/quote",
      #"{"amount":"\#(amount)","note":"含刻字","validDays":\#(days)}"#)
  }

  func move(_ solution: String, to stage: String, on side: ShopSide = .web) async throws -> Answer {
    try await staff(
      on: side, "/api/staff/solutions/\(solution)/stage", #"{"stage":"\#(stage)"}"#)
  }

  /// The lines with that label on the phone, the oldest first.
  func inbox(_ label: String, of phone: String = "13912345678") async throws -> [String] {
    let path = "/_control/devices/\(phone)/inbox"
    return try await visitor(.wechat).call("GET", path).json["items"].list.map { message in
      message["lines"].list.first { $0["label"].text == label }?["value"].text ?? ""
    }
  }

  /// What the website tells, the oldest first.
  func told(_ visitor: Visitor) async throws -> [String] {
    try await visitor.call("GET", "/api/notifications").json["items"].list.reversed()
      .map { $0["status"].text }
  }
}
