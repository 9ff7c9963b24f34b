/// What a step does.
public indirect enum StepBody: Sendable {
  case operation(Operation)
  /// An entity is read on several platforms and compared.
  case parity(Parity)
  /// Steps that begin at the same instant.
  case together([Step])
  /// Steps of another file, in a scope of their own.
  case flow(Flow)
}
