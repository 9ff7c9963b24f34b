import Foundation
import Testing

@Suite("Secrets")
struct SecretTests {
  /// Long enough to be found by accident nowhere else.
  private static let password = "Hidden+Pa55/word=ü"

  @Test("reach no file, no output and no database")
  func nowhere() async throws {
    let folder = try Folder()
    try folder.copySuite()
    try folder.change(
      "scenarios/members/web-register-mini-login.yaml", "${fake.password()}",
      to: "${secret.PASSWORD}")
    try folder.change(
      "scenarios/members/web-register-mini-login.yaml", "out.name == register.with.name",
      to: "out.name == register.with.password")
    let run = try await Binary.run(
      ["run"], in: folder, environment: ["LINKAGE_SECRET_PASSWORD": Self.password])
    #expect(run.code == 1, "the wrong expectation shows its parts")
    #expect(run.output.contains("‹secret"))
    let written = try folder.everything() + [("stdout", Data((run.output + run.errors).utf8))]
    for form in Self.forms {
      for (name, bytes) in written {
        #expect(bytes.range(of: Data(form.utf8)) == nil, "\(form) stands in \(name)")
      }
    }
  }

  @Test("in a target's address reach nothing either")
  func address() async throws {
    let folder = try Folder()
    try folder.copySuite()
    let mocks = try await Mocks(in: folder)
    let target = try mocks.target().replacingOccurrences(
      of: "http://127", with: "http://shop:Hidden-Pa55word@127")
    let suite = try Folder()
    try suite.copySuite()
    try suite.write(target, to: "scenarios/targets/other.yaml")
    let run = try await Binary.run(["run", "scenarios", "--target", "other"], in: suite)
    #expect(run.code == 0, "\(run.errors)")
    mocks.send(SIGKILL)
    _ = await mocks.result()
    let gone = try await Binary.run(["run", "scenarios", "--target", "other"], in: suite)
    #expect(gone.code == 4)
    let results = try suite.everything().filter { !$0.name.hasPrefix("scenarios/") }
    let streams = Data((run.output + run.errors + gone.output + gone.errors).utf8)
    for (name, bytes) in results + [("streams", streams)] {
      #expect(bytes.range(of: Data("Hidden-Pa55word".utf8)) == nil, "\(name)")
    }
  }

  private static var forms: [String] {
    let percent = password.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    let base64 = Data(password.utf8).base64EncodedString()
    return [password, percent, base64, "Hidden+Pa55\\/word=ü"].compactMap(\.self)
  }
}
