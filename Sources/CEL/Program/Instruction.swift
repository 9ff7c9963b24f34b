/// One step of a program for the stack machine. Numbers are places in the program's tables.
enum Instruction: Sendable, Equatable {
  /// Pushes a constant.
  case constant(Int)
  /// Pushes the value of a path: a free name and the fields selected from it.
  case path(Int)
  /// Like `path`, for the receiver of a call: pushes a mark when the path is a function's namespace.
  case receiver(path: Int, call: Int)
  /// Pushes the variable of an enclosing macro.
  case local(Int)
  /// Replaces a map by its field.
  case select(Int)
  /// Replaces a map by whether it has a field.
  case has(Int)
  case index
  case not
  case negate
  case binary(BinaryOperator)
  case list(count: Int)
  case map(count: Int)
  /// Jumps when false is on top, which stays.
  case skipAnd(to: Int)
  case and
  /// Jumps when true is on top, which stays.
  case skipOr(to: Int)
  case or
  /// Pops a condition; on false jumps to `otherwise`; on an error keeps it and jumps to `end`.
  case branch(otherwise: Int, end: Int)
  case jump(Int)
  /// Where several ways to one value meet.
  case join
  case call(Int)
  /// Pops a list or map and begins a macro's loop over it.
  case beginLoop(Int)
  /// Takes the loop's next element, or ends the loop when there is none.
  case nextElement(Int)
  /// Pops `map`'s condition; goes on to the next element unless it is true.
  case keepElement(Int)
  /// Pops the body's value and adds it to what the loop has found so far.
  case addResult(Int)
}

enum BinaryOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
}

enum Macro: String, Sendable {
  case all, exists
  case existsOne = "exists_one"
  case map, filter
  case transformList, transformMap

  /// `existsOne` is what `exists_one` is called with two variables.
  init?(named name: String) { self.init(rawValue: name == "existsOne" ? "exists_one" : name) }

  /// Whether it may bind one variable: an element of a list or a key of a map.
  var takesOneVariable: Bool { self != .transformList && self != .transformMap }

  /// Whether it may bind two: an index or key, and the value there.
  var takesTwoVariables: Bool { self != .map && self != .filter }

  /// Whether a condition may stand before its last expression, whose values it collects.
  var collectsValues: Bool { self == .map || !takesOneVariable }
}
