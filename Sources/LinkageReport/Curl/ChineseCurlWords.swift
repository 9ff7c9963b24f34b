struct ChineseCurlWords: CurlWords {
  func place(_ place: CurlPlace) -> String {
    switch place {
    case .url: "地址中的机密"
    case .header(let name): "请求头 \(name)"
    case .cookie(let name): "Cookie \(name)"
    case .password(let user): "\(user) 的密码"
    case .body(let name?): "请求体中的 `\(name)`"
    case .body(nil): "请求体中的机密"
    case .proxy: "代理的密码"
    case .key: "私钥的密码"
    }
  }

  func environment(_ name: String, _ place: String, isFilledIn: Bool) -> String {
    isFilledIn ? "\(name)：\(place)；此处没有设置该变量，无法填入" : "\(name)：\(place)；与运行时的变量相同"
  }

  func unknown(_ name: String, _ place: String) -> String {
    "\(name)：\(place)；由运行过程取得或生成，没有保存：请先自行设置"
  }

  func cutBody(_ bytes: Int) -> String {
    "请求体共 \(bytes) 字节，只保存了开头部分：请把完整内容放入文件 `body`"
  }

  func binaryBody(_ bytes: Int) -> String {
    "请求体不是文本，其 \(bytes) 字节没有保存：请放入文件 `body`"
  }

  let older = "由旧版本保存：其中没有 Cookie、超时和重定向的信息"

  func seeOther(_ method: String) -> String {
    "遇到 303 重定向时 curl 会重复 \(method)，而运行时发送的是 GET"
  }

  let nothingSent = "没有发送请求"

  func read(_ number: Int, of count: Int) -> String { "第 \(number) 次读取，共 \(count) 次" }
  func sentBy(_ step: String) -> String { "只发送一次，由 \(step) 发出" }
}
