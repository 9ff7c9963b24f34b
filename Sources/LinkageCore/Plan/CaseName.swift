/// How a case is called in every report and language: `points-parity [level=gold] #2`.
public enum CaseName {
  public static func text(id: String, row: String?, sample: Int?) -> String {
    id + (row.map { " [\($0)]" } ?? "") + (sample.map { " #\($0)" } ?? "")
  }
}
