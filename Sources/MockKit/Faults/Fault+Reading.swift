package import Foundation

extension Fault {
  /// Reads a fault from JSON and checks it.
  ///
  /// - Throws: `FaultError`.
  package init(json: Data) throws(FaultError) {
    do {
      self = try JSONDecoder().decode(Fault.self, from: json)
    } catch let error as FaultError {
      throw error
    } catch {
      throw FaultError("", .notAnObject)
    }
    try check()
  }
}
