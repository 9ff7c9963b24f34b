import Foundation
import MockKit
import Mocks
import Testing

@Suite struct TLSTests {
  private struct Run {
    let status: Int32
    let output: String
  }

  private func curl(_ arguments: String...) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["curl", "-sS", "--noproxy", "*", "--max-time", "30"] + arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self))
  }

  private func options(_ folder: String, names: [String] = []) throws -> MockOptions {
    var options = try MockWorld.options
    var tls = TLSOptions(folder: folder)
    tls.names = names
    for name in MockServerName.allCases { tls.ports[name] = 0 }
    options.tls = tls
    return options
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private func port(_ world: MockWorld, _ name: MockServerName) throws -> Int {
    try #require(world.set.secureURLs[name].flatMap(URL.init)?.port)
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  @Test("over TLS every cookie is Secure")
  func secureCookies() async throws {
    try await inFolder { folder in
      try await MockWorld.run(options(folder)) { world in
        let port = try port(world, .web)
        let run = try curl(
          "--cacert", try #require(world.set.authorityPath), "-i",
          "https://localhost:\(port)/login?lang=en")
        let cookies = run.output.split(separator: "\r\n").filter {
          $0.lowercased().hasPrefix("set-cookie:")
        }
        #expect(cookies.count == 2 && cookies.allSatisfy { $0.hasSuffix("; Secure") })
      }
    }
  }

  @Test(
    "a client that trusts the authority reaches the platform under its real names",
    arguments: ServerIdentity.platformNames + ["localhost", "mocks.example"])
  func trusted(name: String) async throws {
    try await inFolder { folder in
      try await MockWorld.run(options(folder, names: ["mocks.example"])) { world in
        let port = try port(world, .wechat)
        let path = try #require(world.set.authorityPath)
        let run = try curl(
          "--cacert", path, "--resolve", "\(name):\(port):127.0.0.1",
          "https://\(name):\(port)/sns/jscode2session")
        #expect(run.status == 0 && run.output.contains("appid missing"), "\(run.output)")
      }
    }
  }

  @Test("every server speaks TLS on a port of its own, and HTTP as before")
  func allServers() async throws {
    try await inFolder { folder in
      try await MockWorld.run(options(folder)) { world in
        #expect(Set(world.set.secureURLs.keys) == Set(MockServerName.allCases))
        let path = try #require(world.set.authorityPath)
        for name in [MockServerName.web, .mini, .counter] {
          let url = try #require(world.set.secureURLs[name])
          let run = try curl("--cacert", path, "-o", "/dev/null", "-w", "%{http_code}", "\(url)/x")
          #expect(run.status == 0 && run.output == "404", "\(name): \(run.output)")
        }
        #expect(try await world.register("13912345678", on: .web).member["phone"] != .null)
      }
    }
  }

  @Test("without the authority, and under another name, clients refuse")
  func untrusted() async throws {
    try await inFolder { folder in
      try await MockWorld.run(options(folder)) { world in
        let port = try port(world, .wechat)
        let path = try #require(world.set.authorityPath)
        #expect(try curl("https://127.0.0.1:\(port)/").status == 60)
        let other = try curl(
          "--cacert", path, "--resolve", "pay.example:\(port):127.0.0.1",
          "https://pay.example:\(port)/")
        #expect(other.status == 60)
      }
    }
  }

  @Test("the authority is made once, and its key is for its owner alone")
  func kept() async throws {
    try await inFolder { folder in
      let first = try CertificateAuthority(in: folder)
      let bytes = try #require(FileManager.default.contents(atPath: first.certificatePath))
      let key = "\(folder)/ca-key.pem"
      #expect(try mode(folder) == 0o700 && mode(key) == 0o600)
      #expect(try mode(first.certificatePath) == 0o644)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("PRIVATE"))
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
      try FileManager.default.removeItem(atPath: first.certificatePath)
      let second = try CertificateAuthority(in: folder)
      #expect(FileManager.default.contents(atPath: second.certificatePath) == bytes)
      #expect(try mode(key) == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test("many processes that begin at once agree on one authority")
  func race() async throws {
    try await inFolder { folder in
      let found = try await withThrowingTaskGroup(of: Data?.self) { group in
        for _ in 0..<8 {
          group.addTask {
            let path = try CertificateAuthority(in: folder).certificatePath
            return FileManager.default.contents(atPath: path)
          }
        }
        return try await group.reduce(into: Set<Data?>()) { $0.insert($1) }
      }
      #expect(found.count == 1 && !found.contains(nil))
    }
  }

  @Test("a key that is none is told with its place")
  func unusable() async throws {
    try await inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = "\(folder)/ca-key.pem"
      try "nothing".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: AuthorityError.unusable(path: path)) { try CertificateAuthority(in: folder) }
      let options = try options(folder)
      await #expect(throws: MockStartError.tls(.unusable(path: path))) {
        try await MockSet.start(options)
      }
    }
  }

  @Test("a name that no host can have is refused", arguments: ["", "a b", "https://a"])
  func names(name: String) async throws {
    try await inFolder { folder in
      let authority = try CertificateAuthority(in: folder)
      #expect(throws: AuthorityError.badName(name)) {
        try ServerIdentity(for: [name], by: authority)
      }
    }
  }

  @Test(
    "a certificate that was not made here is told with its place and stays",
    arguments: [false, true])
  func foreign(hasKey: Bool) async throws {
    try await inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if hasKey { _ = try CertificateAuthority(in: folder) }
      let path = "\(folder)/ca.pem"
      try "garbage".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: AuthorityError.foreign(path: path)) { try CertificateAuthority(in: folder) }
      #expect(FileManager.default.contents(atPath: path) == Data("garbage".utf8))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/ca-key.pem") == hasKey)
    }
  }

  @Test("a new key after a lost one replaces the certificate that was made with that")
  func renewed() async throws {
    try await inFolder { folder in
      let first = try CertificateAuthority(in: folder)
      let old = FileManager.default.contents(atPath: first.certificatePath)
      try FileManager.default.removeItem(atPath: "\(folder)/ca-key.pem")
      let second = try CertificateAuthority(in: folder)
      #expect(FileManager.default.contents(atPath: second.certificatePath) != old)
    }
  }

  @Test("a file in the folder's place is told as that")
  func file() async throws {
    try await inFolder { path in
      try "x".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: AuthorityError.noSuchFolder(path: path)) {
        try CertificateAuthority(in: path)
      }
      let inside = "\(path)/below"
      #expect(throws: AuthorityError.notKept(path: inside, reason: "Not a directory")) {
        try CertificateAuthority(in: inside)
      }
    }
  }
}
