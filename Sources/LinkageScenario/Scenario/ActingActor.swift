import CEL
import LinkageCore

/// Who acts in a step, as far as it is known.
struct ActingActor {
  /// As the file calls it.
  var name: String?
  /// As the plan calls it.
  var key: String?
  /// Its fields; `nil` when they could not be looked up.
  var fields: [String: StaticType]?

  static let unknown = ActingActor()

  init(name: String? = nil, key: String? = nil, fields: [String: StaticType]? = nil) {
    self.name = name
    self.key = key
    self.fields = fields
  }

  /// Who acts where a step says nothing.
  init(_ actor: Frame.Actor) {
    switch actor {
    case .nobody: self.init(fields: [:])
    case .someone(let key, let fields): self.init(key: key, fields: fields)
    case .unknown: self.init()
    }
  }

  /// Who acts in the steps of a flow that is used for it.
  var inside: Frame.Actor {
    guard let fields else { return .unknown }
    return key.map { .someone(key: $0, fields: fields) } ?? .nobody
  }
}
