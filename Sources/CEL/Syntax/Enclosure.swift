/// Something that was opened in the source and waits to be closed.
struct Enclosure {
  enum Kind {
    case whole
    case parenthesis
    case list(Collection)
    /// A map; a key comes next or its value.
    case map(Collection, isKey: Bool)
    /// `[index]` after an operand.
    case element(Operand)
    case call(OpenCall)
    case has(start: Int, firstPart: Int)
    case loop(OpenLoop)
    /// The part of a conditional before the colon, and the one after it.
    case consequence(Conditional)
    case otherwise(Conditional)
  }

  struct Collection {
    let start: Int
    let firstPart: Int
    var count = 0
  }

  struct OpenCall {
    let name: String
    let nameRange: Range<Int>
    /// Where the call begins: at its receiver if it has one.
    let start: Int
    let firstPart: Int
    let hasReceiver: Bool
    /// The path that is the receiver, if it is nothing but one, and the instruction for it.
    let path: Program.Path?
    let receiver: Int
    var count = 0
  }

  struct OpenLoop {
    let macro: Macro
    let place: Int
    let nameRange: Range<Int>
    let start: Int
    let firstPart: Int
    /// Whether the condition of `map` with three arguments was read.
    var hasCondition = false
  }

  struct Conditional {
    let range: Range<Int>
    /// The instruction that branches.
    let branch: Int
    /// The jump over the other part.
    var jump = 0
    var otherwise = 0
  }

  var kind: Kind
  /// How many operators wait outside it.
  let firstOperator: Int
}
