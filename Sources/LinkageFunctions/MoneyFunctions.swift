import CEL
import Values

/// Exact money in expressions.
enum MoneyFunctions {
  static let all = [money, decimal]

  /// `money("¥15.98")` is 1598.
  private static let money = HostFunction(name: "money", arity: 1) {
    (arguments: [Value]) throws(HostError) -> Value in
    guard let unit = Money.smallestUnit(arguments[0]) else {
      throw HostError(code: "money", message: "\(arguments[0].json()) is no amount of money")
    }
    return .int(unit)
  }

  /// `decimal(1598)` is "15.98".
  private static let decimal = HostFunction(name: "decimal", arity: 1) {
    (arguments: [Value]) throws(HostError) -> Value in
    guard case .int(let unit) = arguments[0] else {
      throw HostError(code: "type", message: "takes an int, not \(arguments[0].typeName)")
    }
    let cents = unit.magnitude % 100
    let sign = unit < 0 ? "-" : ""
    return .string("\(sign)\(unit.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)")
  }
}
