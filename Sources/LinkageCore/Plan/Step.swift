/// One step of a journey: an operation done by an actor, and what must hold afterwards.
public struct Step: Sendable {
  public var id: String
  public var place: Place
  public var operation: Operation
  public var actor: String?
  public var with: [Template.Entry]
  public var expect: [Located]
  public var sync: Sync?
  public var lets: [NamedExpression]
  public var when: Located?
  /// The named error that it must end in.
  public var fails: String?
  /// The named errors that it may end in.
  public var mayFail: [String]
  /// A failure is recorded and the journey goes on.
  public var isSoft: Bool
  public var isFinally: Bool

  public init(
    id: String, place: Place, operation: Operation, actor: String?, with: [Template.Entry],
    expect: [Located], sync: Sync?, lets: [NamedExpression], when: Located?, fails: String?,
    mayFail: [String], isSoft: Bool, isFinally: Bool
  ) {
    self.id = id
    self.place = place
    self.operation = operation
    self.actor = actor
    self.with = with
    self.expect = expect
    self.sync = sync
    self.lets = lets
    self.when = when
    self.fails = fails
    self.mayFail = mayFail
    self.isSoft = isSoft
    self.isFinally = isFinally
  }
}
