import Crypto
import Foundation

/// The strong entity tag of a single resource (RFC 9110, section 8.8.3): its version, and a digest
/// of what is shown beside it and changes without it, such as a balance.
package struct EntityTag: Sendable, Equatable {
  private let version: Int
  private let opaque: String

  /// - Parameter variant: what else the representation shows; empty where the version covers it all.
  package init(version: Int, variant: [String] = []) {
    self.version = version
    let shown = variant.joined(separator: "\u{1F}")
    opaque = variant.isEmpty ? "\(version)" : "\(version)-\(Self.digest(shown))"
  }

  package var text: String { "\"\(opaque)\"" }

  package var header: Reply.Header { Reply.Header("ETag", text) }

  /// Whether a change that was asked for under the tag may be made: strong comparison. The version
  /// alone, as bodies carry it, stands for whatever else is shown of it.
  func admits(_ asked: AskedTag) -> Bool {
    !asked.isWeak && [opaque, "\(version)"].contains(asked.opaque)
  }

  /// Whether the caller has this representation already: weak comparison.
  func isKnown(as asked: AskedTag) -> Bool { asked.opaque == opaque }

  private static func digest(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).prefix(4).map(Hexadecimal.pair).joined()
  }
}
