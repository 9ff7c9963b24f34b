import CEL
import Values

/// Exact money in expressions.
enum MoneyFunctions {
  static let all = [money, decimal]

  /// `money("¥15.98")` is 1598; the rules are those of `Money.smallestUnit`.
  private static let money = HostFunction(
    name: "money", arity: 1, result: .int, check: check
  ) { (arguments: [Value]) throws(HostError) -> Value in
    guard let unit = Money.smallestUnit(arguments[0]) else { throw noMoney(arguments[0]) }
    return .int(unit)
  }

  @Sendable private static func check(_ literals: [Value?]) -> HostFunction.ArgumentProblem? {
    guard let literal = literals.first ?? nil, Money.smallestUnit(literal) == nil else {
      return nil
    }
    return HostFunction.ArgumentProblem(argument: 0, error: noMoney(literal))
  }

  private static func noMoney(_ value: Value) -> HostError {
    HostError(
      code: "money", message: "\(value.json()) is no amount of money",
      chinese: "\(value.json()) 不是金额")
  }

  /// `decimal(1598)` is "15.98"; `decimal(1598, 0)` "1598", for currencies without decimals.
  private static let decimal = HostFunction(name: "decimal", arities: 1...2, result: .string) {
    (arguments: [Value]) throws(HostError) -> Value in
    guard case .int(let amount) = arguments[0] else {
      throw HostError(
        code: "type", message: "takes an int, not \(arguments[0].typeName)",
        chinese: "需要 int，而不是 \(arguments[0].typeName)")
    }
    guard arguments.count == 2 else { return .string(Money.text(amount, digits: 2)) }
    guard case .int(let digits) = arguments[1], (0...18).contains(digits) else {
      throw HostError(
        code: "type", message: "takes a number of digits from 0 to 18, not \(arguments[1].json())",
        chinese: "小数位数应在 0 到 18 之间，而不是 \(arguments[1].json())")
    }
    return .string(Money.text(amount, digits: Int(digits)))
  }
}
