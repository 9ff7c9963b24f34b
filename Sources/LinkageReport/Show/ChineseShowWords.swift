struct ChineseShowWords: ShowWords {
  func sent(_ platform: String, _ after: String) -> String {
    "发往 `\(platform)`，场景开始后 \(after)"
  }

  func received(_ after: String) -> String { "场景开始后 \(after)" }

  func time(_ phase: ShownPhase, _ length: String) -> String {
    switch phase {
    case .name: "\(length) 解析出地址"
    case .connect: "\(length) 建立连接"
    case .tls: "\(length) 完成 TLS 握手"
    case .firstByte: "\(length) 收到首字节"
    case .total: "\(length) 结束"
    }
  }

  func label(_ label: ShowLabel) -> String {
    switch label {
    case .times: "耗时"
    case .wire: "传输"
    case .outcome: "结论"
    case .output: "取值"
    case .sync: "同步"
    }
  }

  func connection(_ remote: String?, reused: Bool) -> String {
    (reused ? "复用连接" : "新建连接") + (remote.map { " \($0)" } ?? "")
  }

  func bytes(sent: Int, received: Int) -> String { "发送 \(sent) 字节，收到 \(received) 字节" }
  func cutBody(_ bytes: Int) -> String { "（共 \(bytes) 字节，以上是开头部分）" }
  func binaryBody(_ bytes: Int) -> String { "（\(bytes) 字节，不是文本）" }
  let nothingSent = "没有发送请求"
  func otherReads(_ read: String) -> String { "\(read)；用 --read N 查看其他各次" }
}
