/// What a member may be called.
package enum MemberName {
  /// - Returns: the name, unchanged.
  package static func check(_ name: String) throws(InvalidRequest) -> String {
    guard (1...50).contains(name.count) else {
      throw InvalidRequest(field: "name", reason: .outside("1 to 50 characters long"))
    }
    return name
  }
}
