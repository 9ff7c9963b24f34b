public import Values

/// What an actor of a case brought along; recorded when the case ends, as all that is secret is known
/// by then.
public struct ActorFields: Sendable, Hashable, Codable {
  public var `case`: Int
  /// The actor's name, or for an actor of a flow a name unique in the scenario.
  public var actor: String
  /// A map of all its fields, secrets as their fingerprints.
  public var fields: Value
  /// The fields that were made up for this run, as `phone` and `address.name`.
  public var made: [String]

  public init(`case`: Int, actor: String, fields: Value, made: [String]) {
    self.case = `case`
    self.actor = actor
    self.fields = fields
    self.made = made
  }
}
