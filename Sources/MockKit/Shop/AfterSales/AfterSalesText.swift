/// What may be written into a request.
enum AfterSalesText {
  /// - Returns: the text, unchanged.
  static func check(_ text: String, field: String) throws(InvalidRequest) -> String {
    guard (1...200).contains(text.count) else {
      throw InvalidRequest(field: field, reason: .outside("1 to 200 characters long"))
    }
    return text
  }
}
