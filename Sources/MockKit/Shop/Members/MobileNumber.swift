/// A mainland mobile number: 1, then 3 to 9, then nine digits.
package enum MobileNumber {
  package static func check(_ text: String) throws(ShopError) {
    let digits = Array(text.utf8)
    let isDigits = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard digits.count == 11, isDigits, digits[0] == UInt8(ascii: "1"),
      digits[1] >= UInt8(ascii: "3")
    else { throw .invalidPhone(text) }
  }
}
