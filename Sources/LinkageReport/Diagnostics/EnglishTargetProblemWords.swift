import LinkageCore

enum EnglishTargetProblemWords {
  static func headline(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "nothing uses `\(name)`"
    case .missingOutput(let name, let operation):
      "no request of `\(operation)` gives the output `\(name)` that the contract promises"
    case .probeOnWrite(let operation): "`\(operation)` writes, so it is never repeated"
    case .convertedTwice(let output):
      "`\(output)` is `money` in the contract, which converts it: with `money( )` it would be "
        + "a hundred times too large"
    case .noCertificate(let path): "there is no certificate in `\(path)`"
    case .sessionOfOthers(let name, let platform, _):
      "`session.\(name)` is never set on `\(platform)`"
    }
  }

  static func advice(_ problem: TargetProblem) -> String {
    switch problem {
    case .unusedLet(let name): "remove it, or use it: `${\(name)}`"
    case .missingOutput(let name, _):
      "add `\(name)` to `out:`, or mark it as optional in the contract, such as `\"int?\"`"
    case .probeOnWrite:
      "remove `probe`; if it only reads, correct `writes` in the contract"
    case .convertedTwice: "leave out `money( )`"
    case .noCertificate: "give a PEM file: it contains `-----BEGIN CERTIFICATE-----`"
    case .sessionOfOthers(let name, _, let others):
      "each platform has a session of its own; "
        + "\(EnglishMessageWords().list(others)) sets `\(name)` for itself alone"
    }
  }
}
