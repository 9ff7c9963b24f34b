/// What an administrator must know of the link.
package struct LinkAlert: Sendable, Equatable, Codable {
  /// RFC 3339, by the mocks' clock.
  package let time: String
  package let direction: LinkDirection
  /// The event it is about; absent where it is about the link itself.
  package let event: String?
  package let text: String
}
