/// A run's name and surroundings.
public struct RunHeader: Sendable, Hashable, Codable {
  public var id: String
  /// Milliseconds since 1970 in UTC.
  public var startedWall: Int64
  /// The same moment on the monotonic clock.
  public var started: Instant
  public var seed: UInt64
  public var version: String
  /// The command line as given, secrets masked.
  public var command: [String]
  /// What is worth knowing of the machine and of the mocks, in the order to print.
  public var environment: [Fact]
  /// Which of the environment's secrets a fingerprint stands for, as `secret.NAME` names it; `nil`
  /// in runs stored before it was recorded.
  public var secretNames: [String: String]?

  public init(
    id: String, startedWall: Int64, started: Instant, seed: UInt64, version: String,
    command: [String], environment: [Fact], secretNames: [String: String]? = nil
  ) {
    self.id = id
    self.startedWall = startedWall
    self.started = started
    self.seed = seed
    self.version = version
    self.command = command
    self.environment = environment
    self.secretNames = secretNames
  }

  public struct Fact: Sendable, Hashable, Codable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
