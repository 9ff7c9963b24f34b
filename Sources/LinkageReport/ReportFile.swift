/// One file of a report.
package struct ReportFile: Sendable, Hashable {
  /// In the run's folder.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
