/// Points that one side hands the other to spend. It changes no balance and is no entry: each side
/// spends what its own entries leave, with what was handed to it and without what it handed over, so
/// that both may spend at the same instant and the balance never goes below zero.
struct PointsMove: Sendable, Codable, Equatable {
  let moveId: String
  let memberId: String
  let giver: ShopSide
  let amount: Int
}
