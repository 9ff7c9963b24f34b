import ArgumentParser
import LinkageCore
import LinkageReport
import Values

/// Prints the JSON Schema of a kind of file, for editors.
struct SchemaCommand: WorldCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: Words.pick(
        "Prints the JSON Schema of a kind of file, for editors.",
        "打印某类文件的 JSON Schema，供编辑器使用。"))
  }

  @Argument(
    help: ArgumentHelp(
      Words.pick(
        "scenario, flow, target, …; without it, the kinds are listed.",
        "scenario、flow、target 等；不给出时列出所有种类。"), valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      Words.pick("Writes them all into this folder.", "把全部 Schema 写入此文件夹。"),
      valueName: "folder"))
  var output: String?

  @OptionGroup var common: CommonOptions

  private static let folder = "scenarios/schema/"
  private static let suffix = ".schema.json"

  func run(in world: World, _ interruption: Interruption) async -> ExitCode {
    let printer = Printer(world: world, options: common)
    do throws(Stop) {
      if let kind { world.output(try Self.schema(kind)) }
      if let output { world.output(try write(to: output, in: world)) }
      if kind == nil, output == nil { world.output(Self.overview) }
      return .passed
    } catch {
      return printer.print(error)
    }
  }

  static var kinds: [String] {
    BundledFiles.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) }
      .map { String($0.dropFirst(folder.count).dropLast(suffix.count)) }
  }

  private static func schema(_ kind: String) throws(Stop) -> String {
    guard let text = BundledFiles.text(folder + kind + suffix) else {
      let nearest = Nearest.name(to: kind, among: kinds)
      throw .complaint(.unknownSchema(name: kind, nearest: nearest, known: kinds), .invalid)
    }
    return text
  }

  /// The files written, one a line.
  private func write(to output: String, in world: World) throws(Stop) -> String {
    var written = ""
    for kind in Self.kinds {
      let path = "\(output)/\(kind)\(Self.suffix)"
      let text = try Self.schema(kind)
      do throws(Disk.Failure) {
        try Disk.write(Array(text.utf8), to: Disk.absolute(path, in: world.folder))
      } catch {
        throw .complaint(.fileNotWritten(path: path, reason: error.reason), .reportNotWritten)
      }
      written += path + "\n"
    }
    return written
  }

  private static var overview: String {
    let names = kinds.map { "  linkage schema \($0)\n" }.joined()
    return names
      + Words.pick(
        """

        For an editor, write them into a folder: linkage schema --output .schema
        Then name the schema in the first line of a file:

          # yaml-language-server: $schema=../.schema/scenario.schema.json

        or, for VS Code with the YAML extension, in .vscode/settings.json:

        """,
        """

        供编辑器使用时，先写入一个文件夹：linkage schema --output .schema
        然后在文件第一行指明 Schema：

          # yaml-language-server: $schema=../.schema/scenario.schema.json

        或者在 VS Code 中（需 YAML 扩展）写入 .vscode/settings.json：

        """) + settings
  }

  /// Which files of a suite are of which kind.
  private static var settings: String {
    let patterns = [
      "contract": #"["**/contract.yaml"]"#, "target": #"["**/targets/*.yaml"]"#,
      "flow": #"["**/flows/*.yaml"]"#, "gate": #"["**/gates/*.yaml"]"#,
      "scenario":
        #"["scenarios/*/*.yaml", "!**/targets/*.yaml", "!**/flows/*.yaml", "!**/gates/*.yaml"]"#,
    ]
    let lines = kinds.compactMap { kind in
      patterns[kind].map { "    \".schema/\(kind)\(suffix)\": \($0)" }
    }
    return "\n{\n  \"yaml.schemas\": {\n\(lines.joined(separator: ",\n"))\n  }\n}\n"
  }
}
