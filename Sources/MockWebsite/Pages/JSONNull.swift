import Foundation

/// JSON's null, for `JSONSerialization`.
enum JSONNull {
  static var value: Any { NSNull() }
}
