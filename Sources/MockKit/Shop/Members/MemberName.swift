/// What a member may be called.
package enum MemberName {
  /// - Returns: the name, unchanged.
  package static func check(_ name: String) throws(InvalidRequest) -> String {
    try ProfileField.name.check(name, today: "")
    return name
  }
}
