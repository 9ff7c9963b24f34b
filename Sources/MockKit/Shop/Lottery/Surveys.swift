/// The forms that the website asks to fill in.
enum Surveys: SeededRecords {
  static let table = "surveys"

  static func name(of record: Survey) -> String { record.survey }

  static func missing(_ name: String) -> any Error {
    LotteryError.noSurvey(name)
  }
}
