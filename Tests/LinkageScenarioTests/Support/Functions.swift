import CEL
import Values

/// Host functions with the names of the real ones; loading never calls them.
enum TestFunctions {
  static let all: [HostFunction] =
    ["fake.phone", "fake.name", "fake.email", "fake.password", "fake.uuid", "fake.word"]
    .map { HostFunction(name: $0, arity: 0) { _ in .string("fake") } } + [
      HostFunction(name: "money", arity: 1) { _ in .int(0) },
      HostFunction(name: "decimal", arities: 1...2, result: .string) { _ in .string("0.00") },
      HostFunction(name: "sha256", arity: 1) { _ in .string("0") },
      HostFunction(name: "hmacBytes", arity: 2) { _ in .bytes([]) },
      HostFunction(name: "xpath", arity: 2) { _ in .list([]) },
      HostFunction(name: "extract", arity: 1, receiver: true) { _ in .string("") },
    ]
}
