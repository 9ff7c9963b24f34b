import LinkageCore
import LinkageReport
import MockKit
import Values

/// Where `--faults` leads: to a file, or to a profile that the program carries.
struct FaultSource: Sendable {
  private static let folder = "mocks/faults/"

  /// As messages print it.
  let path: String
  /// Of a file that may change; `nil` for what the program carries.
  let file: String?
  let language: Language

  /// - Parameter name: a path, or the name of a bundled profile.
  init(_ name: String, in world: World, _ language: Language) throws(Stop) {
    let absolute = Disk.absolute(name, in: world.folder)
    self.language = language
    if name.contains("/") || name.contains(".") || Disk.exists(absolute) {
      (path, file) = (name, absolute)
    } else if Self.names.contains(name) {
      (path, file) = (BundledFiles.prefix + Self.folder + name + ".yaml", nil)
    } else {
      let nearest = Nearest.name(to: name, among: Self.names)
      throw .complaint(
        .unknownFaults(name: name, nearest: nearest, known: Self.names), .invalid)
    }
  }

  /// Of the profiles that the program carries.
  static var names: [String] {
    BundledFiles.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(folder.count).dropLast(5)) }
  }

  func read() throws(Stop) -> FaultProfile {
    let text = try text()
    do throws(FaultProfileError) {
      return try FaultProfile(yaml: text)
    } catch {
      let reason = language.pick(error.text)
      throw .complaint(.badFaults(path: path, line: error.line, reason: reason), .invalid)
    }
  }

  private func text() throws(Stop) -> String {
    guard let file else {
      return BundledFiles.text(String(path.dropFirst(BundledFiles.prefix.count))) ?? ""
    }
    do throws(Disk.Failure) {
      return String(decoding: try Disk.read(file), as: UTF8.self)
    } catch {
      throw .complaint(.badFaults(path: path, line: nil, reason: error.reason), .invalid)
    }
  }
}
