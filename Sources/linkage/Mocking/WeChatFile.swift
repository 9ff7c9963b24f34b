import LinkageCore
import LinkageReport
import MockKit

/// The file that `--wechat` names.
struct WeChatFile: Sendable {
  /// As messages print it.
  private let path: String
  private let file: String
  private let language: Language

  init(_ path: String, in world: World, _ language: Language) {
    self.path = path
    self.language = language
    file = Disk.absolute(path, in: world.folder)
  }

  func read() throws(Stop) -> WeChatConfig {
    let text = try text()
    do throws(ConfigError) {
      return try WeChatConfig(yaml: text)
    } catch {
      throw complaint(error.line, language == .chinese ? error.text.zh : error.text.en)
    }
  }

  private func text() throws(Stop) -> String {
    do throws(Disk.Failure) {
      return String(decoding: try Disk.read(file), as: UTF8.self)
    } catch {
      throw complaint(nil, error.reason)
    }
  }

  private func complaint(_ line: Int?, _ reason: String) -> Stop {
    .complaint(.badWeChat(path: path, line: line, reason: reason), .invalid)
  }
}
