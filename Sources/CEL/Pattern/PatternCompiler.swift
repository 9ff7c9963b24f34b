/// Turns a pattern's tree into instructions (Thompson's construction).
struct PatternCompiler {
  private let source: String
  private var program = PatternProgram()

  static func compile(
    _ node: PatternNode, groups: Int, of source: String
  ) throws(PatternError) -> PatternProgram {
    var compiler = PatternCompiler(source: source)
    compiler.program.slotCount = 2 + groups * 2
    try compiler.add(node)
    try compiler.emit(.match)
    compiler.program.firstBytes = FirstBytes.of(compiler.program)
    if case .assertion(.textStart)? = compiler.program.instructions.first {
      compiler.program.isAnchored = true
    }
    return compiler.program
  }

  private init(source: String) { self.source = source }

  private var end: Int { program.instructions.count }

  private mutating func emit(_ instruction: PatternProgram.Instruction) throws(PatternError) {
    guard end < PatternProgram.sizeLimit else {
      throw PatternError(
        pattern: source, kind: .tooLarge(limit: PatternProgram.sizeLimit), offset: 0)
    }
    program.instructions.append(instruction)
  }

  private mutating func add(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .empty: break
    case .scalar(let scalar, ignoringCase: false): try emit(.scalar(scalar))
    case .scalar(let scalar, ignoringCase: true): try emit(.folded(CaseFolding.fold(scalar)))
    case .set(let set):
      program.sets.append(QuickSet(set))
      try emit(.set(program.sets.count - 1))
    case .any(let withNewline): try emit(.any(withNewline: withNewline))
    case .assertion(let assertion): try emit(.assertion(assertion))
    case .capture(let group, let inner):
      try emit(.save(2 + group * 2))
      try add(inner)
      try emit(.save(3 + group * 2))
    case .sequence(let nodes):
      for node in nodes { try add(node) }
    case .alternatives(let branches): try add(alternatives: branches)
    case .repetition(let inner, let least, let most, let isGreedy):
      try add(inner, least: least, most: most, isGreedy)
    }
  }

  private mutating func add(alternatives branches: [PatternNode]) throws(PatternError) {
    var jumps: [Int] = []
    for branch in branches.dropLast() {
      let split = end
      try emit(.jump(0))
      try add(branch)
      jumps.append(end)
      try emit(.jump(0))
      program.instructions[split] = .split(split + 1, end)
    }
    if let last = branches.last { try add(last) }
    for jump in jumps { program.instructions[jump] = .jump(end) }
  }

  private mutating func add(
    _ node: PatternNode, least: Int, most: Int?, _ isGreedy: Bool
  ) throws(PatternError) {
    for _ in 0..<(most == nil ? max(0, least - 1) : least) {
      let before = end
      try add(node)
      // Repeating what matches nothing more often than once changes nothing, but costs time.
      if end == before { return }
    }
    guard let most else { return try addUnbounded(node, least: least, isGreedy) }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(end)
      try emit(.jump(0))
      try add(node)
    }
    for split in splits { program.instructions[split] = choice(split + 1, end, isGreedy) }
  }

  private mutating func addUnbounded(
    _ node: PatternNode, least: Int, _ isGreedy: Bool
  ) throws(PatternError) {
    // What may match nothing is repeated as `(x+)?`, so that an empty round ends the loop as it
    // does in Perl (https://github.com/golang/go/issues/46123).
    let isLoopFirst = least == 0 && !node.canBeEmpty
    let start = end
    if least == 0 { try emit(.jump(0)) }
    let body = end
    try add(node)
    if isLoopFirst {
      try emit(.jump(start))
    } else {
      try emit(choice(body, end + 1, isGreedy))
    }
    if least == 0 { program.instructions[start] = choice(body, end, isGreedy) }
  }

  private func choice(_ more: Int, _ done: Int, _ isGreedy: Bool) -> PatternProgram.Instruction {
    isGreedy ? .split(more, done) : .split(done, more)
  }
}

/// Which bytes a match can begin with.
private enum FirstBytes {
  static func of(_ program: PatternProgram) -> [Bool]? {
    var bytes = [Bool](repeating: false, count: 256)
    var seen = Set<Int>()
    var waiting = [0]
    while let place = waiting.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch program.instructions[place] {
      case .match, .any: return nil
      case .split(let first, let second): waiting += [first, second]
      case .jump(let target): waiting.append(target)
      case .save, .assertion: waiting.append(place + 1)
      case .scalar(let scalar): bytes[firstByte(of: scalar)] = true
      case .folded(let scalar): add { CaseFolding.fold($0) == scalar }
      case .set(let set): add { program.sets[set].contains($0) }
      }
    }
    return bytes

    /// Beyond ASCII everything counts, which is simple and never wrong.
    func add(_ holds: (UInt32) -> Bool) {
      for byte in 0..<256 where byte >= 0x80 || holds(UInt32(byte)) { bytes[byte] = true }
    }
  }

  private static func firstByte(of scalar: UInt32) -> Int {
    Unicode.Scalar(scalar).flatMap { String($0).utf8.first }.map(Int.init) ?? 0
  }
}
