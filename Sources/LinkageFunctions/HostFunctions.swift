package import CEL

/// The functions that `linkage` adds to CEL.
package enum HostFunctions {
  package static let all =
    FakeFunctions.all + TextFunctions.all + XPathHostFunction.all + HashFunctions.all
    + MoneyFunctions.all

  private static let everywhere = Functions.standard.adding(all)

  /// CEL's standard functions and these, for one case.
  ///
  /// - Parameters:
  ///   - seed: the run's; what `fake` gives derives from it and from `name`.
  ///   - name: the case that the functions are for.
  package static func functions(seed: UInt64, name: String) -> Functions {
    everywhere.on(SeededRandom(seed: seed, name: name))
  }
}
