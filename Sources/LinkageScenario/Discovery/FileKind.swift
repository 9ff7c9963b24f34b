/// What a YAML file is for, named by the key that says so.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
  case scenario, contract, target, flow, gate
}
