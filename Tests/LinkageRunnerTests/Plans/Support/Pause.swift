import Foundation

/// Time in which others may come in: gives a defect its chance, and no test waits for it to pass.
enum Pause {
  static func briefly() { Thread.sleep(forTimeInterval: 0.005) }
}
