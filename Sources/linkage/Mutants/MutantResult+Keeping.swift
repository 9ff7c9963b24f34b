import LinkageCore

extension MutantResult {
  /// Stores a run with its reports; what stands in the way of that is told with the result.
  mutating func keep(_ judged: JudgedRun, in folder: ResultsFolder, by printer: Printer) async {
    do throws(Stop) {
      try await folder.keep(judged, language: printer.language)
      run = judged.history.header.id
    } catch {
      _ = printer.print(error)
    }
  }
}
