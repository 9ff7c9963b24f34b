import Foundation
import MockKit

extension Call {
  /// The body as JSON, whatever its Content-Type says.
  func wechatBody<Value: Decodable>(_ type: Value.Type) throws(WeChatError) -> Value {
    guard !body.isEmpty else { throw .emptyBody }
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch {
      throw .badData
    }
  }
}
