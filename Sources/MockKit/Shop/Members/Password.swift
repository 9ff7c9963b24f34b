/// What a password must be like.
package enum Password {
  package static func credential(
    _ text: String, field: String = "password"
  ) throws(InvalidRequest) -> Credential {
    guard (6...128).contains(text.count) else {
      throw InvalidRequest(field: field, reason: .outside("6 to 128 characters long"))
    }
    return Credential(password: text)
  }
}
