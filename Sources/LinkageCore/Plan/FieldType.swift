/// The types of a contract.
public enum FieldType: String, Sendable, Hashable, Codable, CaseIterable {
  case string, int, number, bool, id, phone, money, time, list, map, secret
}
