import Foundation
import Synchronization

/// A shop whose two back ends write the same order in different ways, and keep what is sent back.
final class ExactShop: Sendable {
  let server: SmallServer
  private let kept: KeptRequests

  /// What came back to it, by path.
  var requests: [SmallRequest] { kept.all }

  init() throws {
    let kept = KeptRequests()
    self.kept = kept
    server = try SmallServer { request in
      switch request.path {
      case "/order": return .json(Self.web, "X-Order: 9007199254740995")
      case "/mini/order": return .json(Self.mini)
      default:
        kept.add(request)
        return .json(#"{"amount":0.3}"#)
      }
    }
  }

  private static let web = """
    {"orderId":9007199254740993,"memberId":"18446744073709551615","total":15.98,"paid":1e2,
     "shipping":0.1,"service":0.2,"label":"¥1,234.50","ratio":0.30000000000000004,
     "at":"2026-03-29T02:30:00.123456789+02:00"}
    """

  private static let mini = """
    {"orderId":"9007199254740993","memberId":18446744073709551615,"total":"15.98","paid":"100.00",
     "shipping":"0.10","service":"¥0.2","label":1234.5,"ratio":0.30000000000000004,
     "at":"2026-03-29T00:30:00.123456790Z"}
    """
}

/// Requests in the order in which they came.
final class KeptRequests: Sendable {
  private let requests = Mutex<[SmallRequest]>([])

  var all: [SmallRequest] { requests.withLock { $0 } }

  func add(_ request: SmallRequest) { requests.withLock { $0.append(request) } }
}
