import Crypto
import Foundation
import MockKit

/// How the platform signs what it pushes.
package enum PushSignature {
  /// Hexadecimal SHA-1 of the parts, sorted by their bytes and joined.
  package static func of(_ parts: String...) -> String {
    let sorted = parts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let digest = Insecure.SHA1.hash(data: Data(sorted.joined().utf8))
    return digest.map(Hexadecimal.pair).joined()
  }
}
