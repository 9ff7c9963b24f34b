import Foundation

/// Forms as the API wants them.
extension FormFields {
  /// The fields that were filled in.
  func present(_ names: [String]) -> [String: Any] {
    var body: [String: Any] = [:]
    for name in names where !self[name].isEmpty { body[name] = self[name] }
    return body
  }

  /// All of them; one that was left empty is null.
  func clearing(_ names: [String]) -> [String: Any] {
    var body: [String: Any] = [:]
    for name in names { body[name] = self[name].isEmpty ? NSNull() : self[name] }
    return body
  }

  var order: [String: Any] {
    var body = present(["couponId"])
    body["items"] = [["sku": self["sku"], "quantity": number("quantity")]]
    body["address"] = [
      "name": self["address-name"], "phone": self["address-phone"], "line": self["address-line"],
    ]
    return body
  }

  /// People write `100` where the API wants `100.00`.
  var afterSales: [String: Any] {
    var body = present(["kind", "reason", "amount"])
    if let yuan = Int(self["amount"]), yuan >= 0 { body["amount"] = "\(yuan).00" }
    return body
  }

  var reply: [String: Any] {
    var body: [String: Any] = ["text": self["text"]]
    if !self["accept"].isEmpty { body["accept"] = self["accept"] == "yes" }
    return body
  }

  var wish: [String: Any] {
    var body = present(["title", "need", "budget"])
    if let yuan = Int(self["budget"]), yuan >= 0 { body["budget"] = "\(yuan).00" }
    return body
  }

  var booking: [String: Any] { ["amount": number("amount"), "reason": self["reason"]] }

  /// A number where it is one, else the text, which the API refuses by name.
  private func number(_ name: String) -> Any { Int(self[name]) ?? self[name] }
}
