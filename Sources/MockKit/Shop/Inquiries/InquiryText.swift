/// What may be written into inquiries and wishes.
enum InquiryText {
  /// - Returns: the text, unchanged.
  static func check(
    _ text: String, field: String, most: Int = 500
  ) throws(InvalidRequest) -> String {
    guard (1...most).contains(text.count) else {
      throw InvalidRequest(field: field, reason: .outside("1 to \(most) characters long"))
    }
    return text
  }
}
