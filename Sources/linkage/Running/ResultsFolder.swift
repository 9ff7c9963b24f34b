import LinkageCore
import LinkageReport
import LinkageStore

/// The folder in which runs and their reports are kept.
struct ResultsFolder {
  private let path: String
  /// As the user named it, for messages.
  private let shown: String
  private let world: World

  init(_ path: String, in world: World) {
    self.path = Disk.absolute(path, in: world.folder)
    shown = path
    self.world = world
  }

  func openStore() throws(Stop) -> Store {
    do throws(Disk.Failure) {
      try Disk.makeFolder(path)
    } catch {
      throw .complaint(
        .reportNotWritten(path: shown, reason: error.reason), .reportNotWritten)
    }
    do throws(StoreError) {
      return try Store(path: "\(path)/linkage.sqlite")
    } catch {
      throw .complaint(StoreComplaint.of(error), .reportNotWritten)
    }
  }

  /// Writes all reports of a run; what could not be written is told and does not stop the others.
  func writeReports(
    of run: JudgedRun, language: Language, flavor: JUnitFlavor, copy: String?
  ) -> (paths: [String], problems: [Complaint]) {
    let id = run.history.header.id
    var paths: [String] = []
    var problems: [Complaint] = []
    for report in Self.writers(flavor) {
      attempt(&problems) {
        for file in try Reports.files(report, of: run, language: language) {
          try Disk.write(file.bytes, to: "\(path)/\(id)/\(file.name)")
          paths.append("\(shown)/\(id)/\(file.name)")
          if let copy, report is JUnitReport, file.name == report.fileName {
            try Disk.write(file.bytes, to: Disk.absolute(copy, in: world.folder))
            paths.append(copy)
          }
        }
      }
    }
    attempt(&problems) { try Disk.link("\(path)/latest", to: id) }
    return (paths, problems)
  }

  private static func writers(_ flavor: JUnitFlavor) -> [any ReportWriter] {
    Reports.all.map { $0 is JUnitReport ? JUnitReport(flavor: flavor.value) : $0 }
  }

  private func attempt(_ problems: inout [Complaint], _ body: () throws -> Void) {
    do {
      try body()
    } catch let error as Disk.Failure {
      problems.append(.reportNotWritten(path: error.path, reason: error.reason))
    } catch {
      problems.append(.reportNotWritten(path: path, reason: "\(error)"))
    }
  }
}
