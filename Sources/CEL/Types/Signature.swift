/// The types of arguments that a function takes and the type that it then gives.
struct Signature: Sendable {
  let parameters: [StaticType]
  let result: StaticType

  static func takes(_ parameters: StaticType..., giving result: StaticType) -> Signature {
    Signature(parameters: parameters, result: result)
  }

  func fits(_ arguments: [StaticType]) -> Bool {
    parameters.count == arguments.count && zip(parameters, arguments).allSatisfy { $0.takes($1) }
  }
}

extension [Signature] {
  /// What the arguments' types give: `dyn` when it depends on what is not known, nil when nothing
  /// fits.
  func result(for arguments: [StaticType]) -> StaticType? {
    let fitting = filter { $0.fits(arguments) }
    guard let first = fitting.first?.result else { return nil }
    return fitting.allSatisfy { $0.result == first } ? first : .dyn
  }
}

extension BinaryOperator {
  /// The type that the operator gives; nil when it does not take these types.
  func result(_ left: StaticType, _ right: StaticType) -> StaticType? {
    switch self {
    case .equal, .notEqual, .contained: .bool
    case .less, .lessOrEqual, .greater, .greaterOrEqual: Self.order(left, right)
    case .add: Self.sum(left, right)
    case .subtract: Self.differences.result(for: [left, right])
    case .multiply, .divide: Self.arithmetic.result(for: [left, right])
    case .modulo: Self.arithmetic.dropLast().result(for: [left, right])
    }
  }

  private static func order(_ left: StaticType, _ right: StaticType) -> StaticType? {
    guard left.isOrdered, right.isOrdered else { return nil }
    let fits = left == right || left == .dyn || right == .dyn || left.isNumber && right.isNumber
    return fits ? .bool : nil
  }

  private static func sum(_ left: StaticType, _ right: StaticType) -> StaticType? {
    switch (left, right) {
    case (.list(let a), .list(let b)): return .list(a.joined(with: b))
    case (.list, .dyn), (.dyn, .list): return .list(.dyn)
    case (.dyn, .dyn): return .dyn
    default: return sums.result(for: [left, right])
    }
  }

  private static let arithmetic: [Signature] = [
    .takes(.int, .int, giving: .int), .takes(.uint, .uint, giving: .uint),
    .takes(.double, .double, giving: .double),
  ]

  private static let sums: [Signature] =
    arithmetic + [
      .takes(.string, .string, giving: .string), .takes(.bytes, .bytes, giving: .bytes),
      .takes(.timestamp, .duration, giving: .timestamp),
      .takes(.duration, .timestamp, giving: .timestamp),
      .takes(.duration, .duration, giving: .duration),
    ]

  private static let differences: [Signature] =
    arithmetic + [
      .takes(.timestamp, .timestamp, giving: .duration),
      .takes(.timestamp, .duration, giving: .timestamp),
      .takes(.duration, .duration, giving: .duration),
    ]
}

extension ArraySlice<Signature> {
  fileprivate func result(for arguments: [StaticType]) -> StaticType? {
    Array(self).result(for: arguments)
  }
}
