import MockKit

/// The paths of all endpoints.
struct KnownPaths: Sendable {
  let all: [String]

  func check(_ path: String) throws(UnknownPath) {
    guard !all.contains(path) else { return }
    throw UnknownPath(path: path, nearest: Nearest.of(path, in: all))
  }
}

/// A path that no endpoint has.
struct UnknownPath: Error, Equatable, ProblemConvertible {
  let path: String
  let nearest: String?

  var problem: Problem {
    let hint = nearest.map { "; did you mean \($0)?" } ?? ", such as /cgi-bin/token."
    return Problem(
      422, "unknown-endpoint", "No such endpoint",
      detail: "`path` is \(path), which the platform does not have; expected an endpoint's\(hint)")
  }
}
