/// Reads a share: `0.95` or `95%`.
enum ShareText {
  static func read(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? text.dropLast() : text[...]
    guard let first = number.utf8.first, (0x30...0x39).contains(first), number.utf8.count <= 12,
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      // Shifted as text: 99.9 / 100 is not the double nearest to 0.999.
      let value = Double(isPercent ? number + "e-2" : number)
    else { return nil }
    return value
  }
}
