import LinkageCore
import Values

/// All canaries of a run, found in a text in one go however many there are.
///
/// Each is known by its longest run of letters and digits. A text is cut into such runs, and only where
/// one is known the whole is compared.
struct Canaries {
  private(set) var all: [Canary] = []
  /// Where in each that run begins, in bytes.
  private var anchors: [Int] = []
  /// By the hash of that run.
  private var places: [UInt64: [Int]] = [:]
  /// By the whole text.
  private var numbers: [String: Int] = [:]

  var isEmpty: Bool { all.isEmpty }

  init(_ history: History) {
    var owned: [String: Canary?] = [:]
    var order: [String] = []
    let typed = Self.privateFields(of: history.outline)
    for event in history.events {
      guard case .actor(let fields) = event.kind else { continue }
      for canary in Self.canaries(of: fields, typed) {
        if let known = owned[canary.text] {
          if known?.owner != canary.owner { owned[canary.text] = .some(nil) }
        } else {
          owned[canary.text] = canary
          order.append(canary.text)
        }
      }
    }
    for text in order {
      if let canary = owned[text] ?? nil { add(canary) }
    }
  }

  /// The canary that a text is; `nil` for none.
  func number(of text: String) -> Int? { numbers[text] }

  private mutating func add(_ canary: Canary) {
    guard let anchor = Tokens.longest(in: canary.text) else { return }
    numbers[canary.text] = all.count
    places[anchor.hash, default: []].append(all.count)
    anchors.append(anchor.range.lowerBound)
    all.append(canary)
  }

  /// Calls `body` for each that stands in a text by itself, not as a part of a longer word.
  func find(in text: String, _ body: (Int) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      Tokens.forEach(in: bytes) { token in
        guard let candidates = places[token.hash] else { return }
        for candidate in candidates where isThere(candidate, at: token, in: bytes) {
          body(candidate)
        }
      }
    }
  }

  private func isThere(
    _ candidate: Int, at token: Tokens.Token, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let text = all[candidate].text.utf8
    let start = token.range.lowerBound - anchors[candidate]
    let end = start + text.count
    guard start >= 0, end <= bytes.count, text.elementsEqual(bytes[start..<end]) else {
      return false
    }
    let isBegun = start > 0 && Tokens.isPart(bytes[start]) && Tokens.isPart(bytes[start - 1])
    let goesOn = end < bytes.count && Tokens.isPart(bytes[end - 1]) && Tokens.isPart(bytes[end])
    return !isBegun && !goesOn
  }
}

extension Canaries {
  /// Fields whose types say that they are one person's.
  fileprivate static func privateFields(of outline: Outline) -> Set<String> {
    Set(
      outline.entities.filter { $0.isShared != true }.flatMap(\.fields)
        .filter { [.phone, .id, .secret].contains($0.type) }.map(\.name))
  }

  /// What was made up for this actor, is typed as one person's, or is a secret; a product that
  /// somebody orders is nobody's.
  fileprivate static func canaries(of fields: ActorFields, _ typed: Set<String>) -> [Canary] {
    let owner = Actor(case: fields.case, key: fields.actor)
    let made = Set(fields.made)
    var found: [Canary] = []
    func walk(_ value: Value, _ path: String) {
      switch value {
      case .string(let text):
        let name = path.split(separator: ".").last.map(String.init) ?? path
        guard made.contains(path) || typed.contains(name) || text.hasPrefix("‹secret "),
          isTelling(text)
        else { return }
        found.append(Canary(owner: owner, field: path, text: text))
      case .list(let items):
        for (place, item) in items.enumerated() { walk(item, "\(path).\(place)") }
      case .map(let map):
        for (key, item) in map {
          let name = key.stringValue ?? ""
          walk(item, path.isEmpty ? name : "\(path).\(name)")
        }
      default: break
      }
    }
    walk(fields.fields, "")
    return found
  }

  /// Whether nobody else has it by chance: long, and with a digit, which names and words lack.
  private static func isTelling(_ text: String) -> Bool {
    guard text.utf8.count >= 8, let anchor = Tokens.longest(in: text) else { return false }
    return anchor.range.count >= 6 && text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
