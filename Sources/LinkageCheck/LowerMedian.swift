/// The middle value, of an even number the lower of the two.
enum LowerMedian {
  static func of<Value: Comparable>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
