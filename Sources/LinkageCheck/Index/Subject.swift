public import Values

/// One entity of one system by its key, with all that the history says of it.
public struct Subject: Sendable {
  /// As an index into the entities of the outline.
  public var entity: Int
  public var key: Value
  /// The number of the system on which it is.
  var system: Int
  /// As indices into the observations, in the order of the history.
  public var observations: [Int]
}

/// The entities that one read listed: its elements are observations of their own.
public struct Listing: Sendable {
  /// As an index into the operations.
  public var operation: Int
  /// As an index into the entities of the outline.
  public var entity: Int
  /// The output that lists them.
  public var output: String
  /// The elements whose key is known, as indices into the subjects, in the order of the list.
  public var subjects: [Int]
  /// How many elements the list has, also those without a key.
  public var count: Int
}

/// An actor of a case: the same name in another case is somebody else.
public struct Person: Sendable {
  public var `case`: Int
  /// `nil` for steps as nobody.
  public var actor: String?
  /// Whether the actor was somebody else for a while: after two accounts became one, or a log-in
  /// with another one.
  public var hasChanged = false
}
