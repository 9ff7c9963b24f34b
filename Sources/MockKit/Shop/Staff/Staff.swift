import Foundation

/// Who may ship orders and decide requests: HTTP Basic, RFC 7617.
package struct Staff: Sendable {
  private let accounts: [SeedData.Clerk]

  package init(_ accounts: [SeedData.Clerk]) {
    self.accounts = accounts
  }

  package func check(_ call: Call) throws(StaffError) {
    let parts = (call.headers["authorization"] ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "basic",
      let bytes = Data(base64Encoded: String(parts[1]))
    else { throw .notGiven }
    let text = String(decoding: bytes, as: UTF8.self)
    guard accounts.contains(where: { "\($0.user):\($0.password)" == text }) else {
      throw .unknown(user: String(text.prefix { $0 != ":" }))
    }
  }
}

/// Why someone is not taken for the staff.
package enum StaffError: Error, Sendable, Equatable {
  case notGiven
  case unknown(user: String)
}

extension StaffError: ProblemConvertible {
  package var problem: Problem {
    Problem(401, "staff-only", "For the staff", detail: detail)
  }

  package var problemHeaders: [Reply.Header] {
    [Reply.Header("WWW-Authenticate", #"Basic realm="staff", charset="UTF-8""#)]
  }

  private var detail: String {
    switch self {
    case .notGiven: "The call carries no user and password; expected HTTP Basic, such as clerk's."
    case .unknown(let user): "The user \"\(user)\" does not exist or has another password."
    }
  }
}
