package import Values

/// Exact amounts of money.
package enum Money {
  /// An amount in the smallest unit of its currency: 15.98, "15.98" and "¥1,015.98" are 1598, 1598
  /// and 101598; `nil` where it is no amount. A text never passes through a floating-point number.
  ///
  /// What a text may hold (`MoneyText` reads it):
  /// - a sign in front or behind, or brackets around it for a negative amount;
  /// - a currency in front or behind: a symbol (`¥ ￥ £ € $ US$ HK$ 元 円 ₩ …`) or a code of three
  ///   capitals. Currencies without decimals (JPY, KRW, VND, …, `円 ₩ ₫`) count whole units, those
  ///   of the dinar's kind (KWD, BHD, …) thousandths, all others hundredths. `¥` alone is yuan;
  /// - digits in groups: of three between commas, dots, blanks or apostrophes, or as in India;
  /// - one decimal mark. With dots and commas it is the last of them. A dot alone is the decimal
  ///   mark; a comma alone is it unless exactly three digits follow. Digits beyond the smallest
  ///   unit must be zeros.
  package static func smallestUnit(_ value: Value) -> Int64? {
    switch value {
    case .int(let whole):
      let (cents, overflow) = whole.multipliedReportingOverflow(by: 100)
      return overflow ? nil : cents
    // The shortest digits that stand for the number: those that JSON had.
    case .double(let number): return number.isFinite ? MoneyText.parse(number.description) : nil
    case .string(let text): return MoneyText.parse(text)
    default: return nil
    }
  }

  /// The amount with so many digits behind the point: 1598 and 2 give "15.98".
  static func text(_ amount: Int64, digits: Int) -> String {
    let sign = amount < 0 ? "-" : ""
    let all = String(amount.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - all.count)) + all
    guard digits > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }
}
