import Foundation

/// A key of whatever name.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

extension Fault: Codable {
  private static let keys = [
    "id", "type", "link", "stage", "match", "probability", "count", "after", "ttl", "attributes",
  ]

  /// - Throws: `FaultError` where a key or a value is not one of a fault's.
  package init(from decoder: any Decoder) throws {
    let fields = try FaultFields(decoder, keys: Self.keys)
    self.init(try fields.text("type").orThrow(FaultError("type", .missing)))
    id = try fields.id("id") ?? ""
    link = try fields.link("link") ?? .both
    stage = try fields.choice("stage", of: FaultStage.self)
    match = try fields.read("match", FaultMatch.init(from:)) ?? FaultMatch()
    probability = try fields.number("probability") ?? 1
    count = try fields.whole("count")
    after = try fields.whole("after")
    ttl = try fields.duration("ttl")
    attributes = try fields.values("attributes") ?? [:]
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnyKey.self)
    if !id.isEmpty { try container.encode(id, forKey: AnyKey("id")) }
    try container.encode(type, forKey: AnyKey("type"))
    try container.encode(link, forKey: AnyKey("link"))
    try container.encodeIfPresent(stage, forKey: AnyKey("stage"))
    if !match.isEmpty { try container.encode(match, forKey: AnyKey("match")) }
    try container.encode(probability, forKey: AnyKey("probability"))
    try container.encodeIfPresent(count, forKey: AnyKey("count"))
    try container.encodeIfPresent(after, forKey: AnyKey("after"))
    try container.encodeIfPresent(
      ttl.map(FaultValue.init), forKey: AnyKey("ttl"))
    if !attributes.isEmpty { try container.encode(attributes, forKey: AnyKey("attributes")) }
  }
}

extension FaultMatch: Codable {
  private static let keys = ["event", "member", "entity", "attempt"]

  package init(from decoder: any Decoder) throws {
    let fields = try FaultFields(decoder, keys: Self.keys, path: "match")
    self.init(
      event: try fields.text("event"), member: try fields.text("member"),
      entity: try fields.text("entity"), attempts: try fields.wholes("attempt"))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnyKey.self)
    try container.encodeIfPresent(event, forKey: AnyKey("event"))
    try container.encodeIfPresent(member, forKey: AnyKey("member"))
    try container.encodeIfPresent(entity, forKey: AnyKey("entity"))
    try container.encodeIfPresent(attempts, forKey: AnyKey("attempt"))
  }
}

extension Optional {
  fileprivate func orThrow(_ error: FaultError) throws(FaultError) -> Wrapped {
    guard let self else { throw error }
    return self
  }
}
