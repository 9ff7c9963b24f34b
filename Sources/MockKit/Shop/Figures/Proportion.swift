/// A part of a whole, with both.
struct Proportion: Sendable, Equatable, Encodable {
  let numerator: Int
  let denominator: Int

  private enum CodingKeys: String, CodingKey {
    case numerator, denominator, ratio
  }

  init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Of nothing there is no part.
  var ratio: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(numerator, forKey: .numerator)
    try fields.encode(denominator, forKey: .denominator)
    try fields.encode(ratio, forKey: .ratio)
  }
}
