package import CEL

/// The functions that `linkage` adds to CEL.
package enum HostFunctions {
  /// - Parameters:
  ///   - seed: the run's; what `fake` gives derives from it and from `name`.
  ///   - name: the case that the functions are for.
  package static func all(seed: UInt64, name: String) -> [HostFunction] {
    let random = SeededRandom(seed: seed, name: name)
    return FakeFunctions.all(random) + TextFunctions.all + XPathHostFunction.all
      + HashFunctions.all + MoneyFunctions.all
  }
}
