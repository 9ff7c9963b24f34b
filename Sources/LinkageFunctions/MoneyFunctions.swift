import CEL
import Values

/// Exact money in expressions.
enum MoneyFunctions {
  static let all = [money, decimal]

  /// `money("¥15.98")` is 1598; the rules are those of `Money.smallestUnit`.
  private static let money = HostFunction(name: "money", arity: 1) {
    (arguments: [Value]) throws(HostError) -> Value in
    guard let unit = Money.smallestUnit(arguments[0]) else {
      throw HostError(code: "money", message: "\(arguments[0].json()) is no amount of money")
    }
    return .int(unit)
  }

  /// `decimal(1598)` is "15.98"; `decimal(1598, 0)` "1598", for currencies without decimals.
  private static let decimal = HostFunction(name: "decimal", arities: 1...2) {
    (arguments: [Value]) throws(HostError) -> Value in
    guard case .int(let amount) = arguments[0] else {
      throw HostError(code: "type", message: "takes an int, not \(arguments[0].typeName)")
    }
    guard arguments.count == 2 else { return .string(Money.text(amount, digits: 2)) }
    guard case .int(let digits) = arguments[1], (0...18).contains(digits) else {
      throw HostError(
        code: "type", message: "takes a number of digits from 0 to 18, not \(arguments[1].json())")
    }
    return .string(Money.text(amount, digits: Int(digits)))
  }
}
