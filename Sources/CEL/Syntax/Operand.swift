/// A value that the parser has emitted the instructions for.
struct Operand {
  enum Kind {
    case literal
    /// A name, field or element: a part of its own in an explanation.
    case reference
    /// A call or macro: one part where its value is compared; where it decides by itself, its
    /// receiver and arguments are the parts.
    case call
    /// Operators and collections, whose operands are parts.
    case tree
  }

  var kind: Kind
  /// Where it stands in the source.
  var range: Range<Int>
  /// How many parts there were before it.
  let firstPart: Int
}
