package import CEL

/// The functions that `linkage` adds to CEL.
package enum HostFunctions {
  /// - Parameters:
  ///   - seed: the run's; what `fake` gives derives from it and from `name`.
  ///   - name: the case that the functions are for.
  package static func all(seed: UInt64, name: String) -> [HostFunction] {
    chosen(seed: seed, name: name) + fixed
  }

  /// CEL's standard functions and these: all but those of one case are made once.
  package static func functions(seed: UInt64, name: String) -> Functions {
    everywhere.adding(chosen(seed: seed, name: name))
  }

  private static let everywhere = Functions.standard.adding(fixed)

  private static func chosen(seed: UInt64, name: String) -> [HostFunction] {
    FakeFunctions.all(SeededRandom(seed: seed, name: name))
  }

  private static let fixed =
    TextFunctions.all + XPathHostFunction.all + HashFunctions.all + MoneyFunctions.all
}
