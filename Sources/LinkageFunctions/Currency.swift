/// What stands beside an amount of money, and how many decimals it means (ISO 4217).
enum Currency {
  /// `nil` for what is no currency.
  static func decimals(_ text: String) -> Int? {
    if text.isEmpty { return 2 }
    if let decimals = symbols[text] { return decimals }
    let isCode = text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if isCode { return codes[text] ?? 2 }
    // A symbol that Unicode calls one, alone or behind a country's letters: HK$, R$.
    guard let last = text.unicodeScalars.last, last.properties.generalCategory == .currencySymbol
    else { return nil }
    let letters = text.unicodeScalars.dropLast()
    return letters.count <= 3 && letters.allSatisfy { ("A"..."Z").contains($0) } ? 2 : nil
  }

  private static let codes: [String: Int] = {
    var codes: [String: Int] = [:]
    for code in [
      "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
      "XAF", "XOF", "XPF",
    ] { codes[code] = 0 }
    for code in ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"] { codes[code] = 3 }
    return codes
  }()

  private static let symbols = [
    "元": 2, "圆": 2, "圓": 2, "块": 2, "人民币": 2, "港元": 2, "美元": 2, "欧元": 2, "英镑": 2,
    "Fr.": 2, "kr": 2, "zł": 2, "円": 0, "日元": 0, "₩": 0, "원": 0, "₫": 0, "JP¥": 0,
  ]
}
