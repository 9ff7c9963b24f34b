import LinkageCore

protocol ComplaintWords: Sendable {
  func headline(_ complaint: Complaint) -> String
  /// The next step; every complaint has one.
  func advice(_ complaint: Complaint) -> String
}

extension Language {
  var complaintWords: any ComplaintWords {
    self == .chinese ? ChineseComplaintWords() : EnglishComplaintWords()
  }
}
