import Values

/// A function of CEL itself or of one of its standard extensions.
struct StandardFunction: Sendable {
  typealias Body = @Sendable (_ arguments: [Value], _ budget: inout Budget) throws(Problem) -> Value

  let name: String
  /// Whether it is called on a value, which is then the first argument but does not count in arities.
  let receiver: Bool
  /// What it takes, the receiver first.
  let signatures: [Signature]
  let arities: [Int]
  let body: Body

  init(
    _ name: String, _ signatures: [Signature], receiver: Bool = false, _ body: @escaping Body
  ) {
    self.name = name
    self.receiver = receiver
    self.signatures = signatures
    self.body = body
    arities = Set(signatures.map { $0.parameters.count - (receiver ? 1 : 0) }).sorted()
  }

  static let all: [StandardFunction] =
    CoreFunctions.all + ConversionFunctions.all + TimeFunctions.all + StringFunctions.all
    + TextFunctions.all + EncoderFunctions.all

  private static let byName: [Functions.Key: StandardFunction] = Dictionary(
    uniqueKeysWithValues: all.map { (Functions.Key(name: $0.name, receiver: $0.receiver), $0) })

  static func named(_ name: String, receiver: Bool) -> StandardFunction? {
    byName[Functions.Key(name: name, receiver: receiver)]
  }

  static var names: Set<String> { Set(all.map(\.name)) }
}
