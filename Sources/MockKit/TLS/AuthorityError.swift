/// Why servers cannot speak TLS.
package enum AuthorityError: Error, Sendable, Equatable {
  /// There is no folder to keep the authority in.
  case noFolder
  /// - Parameter reason: the system's own words.
  case notKept(path: String, reason: String)
  /// The file holds no key with its certificate.
  case unusable(path: String)
  /// The file for the certificate holds something that was not made here.
  case foreign(path: String)
  /// Where the folder should be is a file.
  case noSuchFolder(path: String)
  /// - Parameter until: seconds since 1970.
  case expired(path: String, until: Int64)
  /// A name that is neither a host's name nor an address.
  case badName(String)
}

extension AuthorityError {
  /// A sentence, and what to do next.
  package var text: FaultText {
    switch self {
    case .noFolder:
      FaultText(
        "There is no home folder to keep the certificate authority in; name one with --tls-folder.",
        "没有主目录可存放证书颁发机构；请用 --tls-folder 指定文件夹。")
    case .notKept(let path, let reason):
      FaultText(
        "\(path) cannot be used: \(reason). Another folder can be named with --tls-folder.",
        "无法使用 \(path)：\(reason)。可用 --tls-folder 指定其他文件夹。")
    case .unusable(let path):
      FaultText(
        "\(path) holds no private key with its certificate. Remove it to have a new one made, and "
          + "trust that instead.",
        "\(path) 中没有私钥及其证书。删除后会重新生成，并需重新信任。")
    case .foreign(let path):
      FaultText(
        "\(path) holds no certificate that was made here, and stays as it is. Remove it to have it "
          + "written anew, or name another folder with --tls-folder.",
        "\(path) 中不是由本工具生成的证书，未作改动。删除后会重新写入，也可用 --tls-folder 指定其他文件夹。")
    case .noSuchFolder(let path):
      FaultText(
        "\(path) is a file, not a folder. Name a folder with --tls-folder.",
        "\(path) 是文件，不是文件夹。请用 --tls-folder 指定文件夹。")
    case .expired(let path, let until):
      FaultText(
        "The certificate authority in \(path) ended on \(Self.day(until)). Remove it to have a new "
          + "one made, and trust that instead.",
        "\(path) 中的证书颁发机构已于 \(Self.day(until)) 到期。删除后会重新生成，并需重新信任。")
    case .badName(let name):
      FaultText(
        "\"\(name)\" is neither the name of a host nor an IP address.",
        "“\(name)”既不是主机名，也不是 IP 地址。")
    }
  }

  private static func day(_ seconds: Int64) -> String {
    String(MockClock.timestamp(.seconds(seconds)).prefix(10))
  }
}
