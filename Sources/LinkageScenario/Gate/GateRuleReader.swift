import LinkageCore
import Values

/// Reads one rule of a gate.
struct GateRuleReader {
  let reader: NodeReader
  let names: GateNames

  private static let counts = ["violations", "failed"]
  private static let quantiles = GateQuantile.allCases.map(\.rawValue)
  /// The keys that say what a rule is about.
  private static let figures = counts + ["sync_rate"] + quantiles
  private static let limits = ["at_least", "at_most", "no_worse_than", "by"]

  /// `nil` after a report.
  func rule(_ node: YAMLNode) -> GateReader.Item<GateRule>? {
    let keys = ["id"] + Self.figures + Self.limits + ["level"]
    guard let fields = Fields(node, "rule", keys: keys, reader: reader) else { return nil }
    let id = fields.required("id").flatMap(self.id)
    let level = self.level(fields["level"])
    guard let limit = limit(fields), let id, let level else { return nil }
    return (
      GateRule(id: id.name, place: reader.place(id.node), limit: limit, level: level), id
    )
  }

  private func id(_ node: YAMLNode) -> NodeReader.Named? {
    guard let name = reader.text(node, "id"),
      !reader.report(Identifier.problem(withLabel: name), at: node)
    else { return nil }
    guard name != GateRule.builtIn.id else {
      reader.report(
        .invalidValue(owner: "id", found: name, expected: "nothing-broken"), at: node)
      return nil
    }
    return NodeReader.Named(name: name, node: node)
  }

  private func level(_ node: YAMLNode?) -> GateRule.Level? {
    guard let node else { return .fail }
    guard let text = reader.text(node, "level") else { return nil }
    if let level = GateRule.Level(rawValue: text) { return level }
    reader.report(.invalidValue(owner: "level", found: text, expected: "warn | fail"), at: node)
    return nil
  }

  // MARK: What it is about

  private func limit(_ fields: Fields) -> GateRule.Limit? {
    let given = Self.figures.filter(fields.has)
    guard let first = given.first else {
      fields.missing(anyOf: Self.figures)
      return nil
    }
    let others = given.dropFirst().filter { !(isCount(first) && isCount($0)) }
    for other in others where fields.key(other) != nil {
      let problem = Problem.conflictingKeys(first: first, second: other)
      reader.report(problem, at: fields.key(other) ?? fields.node)
    }
    guard refuseStrange(fields, to: first), others.isEmpty else { return nil }
    if isCount(first) { return nothingBroken(fields) }
    return first == "sync_rate" ? syncRate(fields) : quantile(first, fields)
  }

  private func isCount(_ key: String) -> Bool { Self.counts.contains(key) }

  /// Whether no limit is given that says nothing about such a figure.
  private func refuseStrange(_ fields: Fields, to figure: String) -> Bool {
    let fitting: [String] =
      isCount(figure) ? [] : figure == "sync_rate" ? ["at_least"] : Array(Self.limits.dropFirst())
    let strange = Self.limits.filter { fields.has($0) && !fitting.contains($0) }
    for key in strange {
      reader.report(
        .conflictingKeys(first: figure, second: key), at: fields.key(key) ?? fields.node)
    }
    return strange.isEmpty
  }

  /// Only none is ever allowed: what is known to fail is quarantined by name.
  private func nothingBroken(_ fields: Fields) -> GateRule.Limit? {
    let counts = Self.counts.filter(fields.has).map { reader.count(fields[$0], $0, in: 0...0) }
    guard !counts.contains(nil) else { return nil }
    return .nothingBroken(violations: fields.has("violations"), failed: fields.has("failed"))
  }

  private func syncRate(_ fields: Fields) -> GateRule.Limit? {
    let choice = choice(fields["sync_rate"])
    let share = fields.required("at_least").flatMap {
      self.share($0, "at_least", expected: "0.95, 95%, 99.9%") { $0 > 0 && $0 < 1 }
    }
    guard let choice, let share else { return nil }
    return .syncRate(choice, atLeast: share)
  }

  private func quantile(_ key: String, _ fields: Fields) -> GateRule.Limit? {
    let link = link(fields[key], key)
    if fields.has("at_most"), let other = ["no_worse_than", "by"].first(where: fields.has) {
      let problem = Problem.conflictingKeys(first: "at_most", second: other)
      reader.report(problem, at: fields.key(other) ?? fields.node)
      return nil
    }
    guard fields.has("at_most") || fields.has("no_worse_than") else {
      fields.missing(anyOf: ["at_most", "no_worse_than"])
      return nil
    }
    guard let quantile = GateQuantile(rawValue: key) else { return nil }
    if fields.has("at_most") {
      let limit = fields.duration("at_most")
      return link.flatMap { link in limit.map { .quantile(quantile, link, atMost: $0) } }
    }
    return comparison(quantile, link, fields)
  }

  private func comparison(
    _ quantile: GateQuantile, _ link: Link?, _ fields: Fields
  ) -> GateRule.Limit? {
    let baseline = fields["no_worse_than"].flatMap(self.baseline)
    let share = fields["by"].map {
      self.share($0, "by", expected: "10%, 0.1") { $0 >= 0 && $0 <= 10 }
    }
    guard let link, let baseline, share != .some(nil) else { return nil }
    return .comparison(quantile, link, baseline: baseline, by: (share ?? nil) ?? 0.1)
  }

  private func baseline(_ node: YAMLNode) -> String? {
    guard let label = reader.text(node, "no_worse_than") else { return nil }
    guard label.allSatisfy(\.isWhitespace) else { return label }
    reader.report(
      .invalidValue(owner: "no_worse_than", found: "\"\(label)\"", expected: "baseline"), at: node)
    return nil
  }

  // MARK: Values

  private func share(
    _ node: YAMLNode, _ key: String, expected: String, where isFitting: (Double) -> Bool
  ) -> Double? {
    guard let text = reader.text(node, key) else { return nil }
    if let share = ShareText.read(text), isFitting(share) { return share }
    reader.report(.invalidValue(owner: key, found: text, expected: expected), at: node)
    return nil
  }

  private func choice(_ node: YAMLNode?) -> LinkChoice? {
    guard let node, let text = reader.text(node, "sync_rate") else { return nil }
    if let link = LinkName.read(text) { return isKnown(link, at: node) ? .link(link) : nil }
    guard Identifier.problem(withLabel: text) == nil else {
      let expected = "order | order mini→web"
      reader.report(.invalidValue(owner: "sync_rate", found: text, expected: expected), at: node)
      return nil
    }
    return isKnown(entity: text, at: node) ? .entity(text) : nil
  }

  private func link(_ node: YAMLNode?, _ key: String) -> Link? {
    guard let node, let text = reader.text(node, key) else { return nil }
    guard let link = LinkName.read(text) else {
      reader.report(
        .invalidValue(owner: key, found: text, expected: "order mini→web"), at: node)
      return nil
    }
    return isKnown(link, at: node) ? link : nil
  }

  private func isKnown(_ link: Link, at node: YAMLNode) -> Bool {
    if let entity = link.entity, !isKnown(entity: entity, at: node) { return false }
    guard !names.platforms.isEmpty else { return true }
    for name in [link.from, link.to] where !names.platforms.contains(name) {
      let nearest = Nearest.name(to: name, among: names.platforms)
      reader.report(
        .unknownPlatform(name: name, nearest: nearest, known: names.platforms), at: node)
      return false
    }
    return true
  }

  private func isKnown(entity name: String, at node: YAMLNode) -> Bool {
    guard !names.entities.isEmpty, !names.entities.contains(name) else { return true }
    let nearest = Nearest.name(to: name, among: names.entities)
    reader.report(
      .unknownEntity(name: name, nearest: nearest, known: names.entities), at: node)
    return false
  }
}
