import Glibc
import LinkageCore

/// The language of `--help`, which is put together before any command has its surroundings: from
/// `--lang` on the command line, else from the environment.
enum Words {
  static func pick(_ english: String, _ chinese: @autoclosure () -> String) -> String {
    language == .chinese ? chinese() : english
  }

  private static let language: Language = {
    let world = World.real
    return chosen(in: world.arguments) ?? World.language(of: world.environment)
  }()

  private static func chosen(in arguments: [String]) -> Language? {
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
      if argument == "--lang" { return Language(rawValue: next) }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
  }
}
