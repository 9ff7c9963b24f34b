import Foundation

extension LinkLatency {
  /// Standard normal, by Box and Muller's transform of two fractions.
  static func normal(_ name: String, _ hash: SeededHash) -> Double {
    let radius = (-2 * logarithm(1 - hash.fraction("\(name)|radius"))).squareRoot()
    return radius * cos(2 * .pi * hash.fraction("\(name)|angle"))
  }

  static func logarithm(_ number: Double) -> Double { log(number) }

  /// Never more than fits a length of time.
  static func exponential(_ number: Double) -> Double { exp(min(number, 40)) }
}
