package import Foundation

/// What another server answered.
package struct WireAnswer: Sendable {
  package let status: Int
  package let headers: [(name: String, value: String)]
  package let body: Data

  /// The first header of the name, in whatever case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
