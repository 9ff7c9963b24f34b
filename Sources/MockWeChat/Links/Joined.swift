/// One JSON object read as two values, which several bodies have one of in common.
struct Joined<Own: Decodable, Common: Decodable>: Decodable {
  private let own: Own
  private let common: Common

  var both: (Own, Common) { (own, common) }

  init(from decoder: any Decoder) throws {
    own = try Own(from: decoder)
    common = try Common(from: decoder)
  }
}
