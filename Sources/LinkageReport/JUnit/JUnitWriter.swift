import LinkageCore

/// Writes suites as XML; the two flavours differ only in what they leave out or move.
struct JUnitWriter {
  let flavor: JUnitReport.Flavor
  /// UTC without zone.
  let timestamp: String
  let hostname: String

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  func document(_ suites: [JUnitSuite]) -> [UInt8] {
    var text = Self.declaration + "<testsuites" + (flavor == .rich ? totals(suites) : "") + ">\n"
    for (number, suite) in suites.enumerated() { add(suite, number, to: &text) }
    text += "</testsuites>\n"
    return Array(text.utf8)
  }

  /// A case as it stands in the file, and about what it takes there, in bytes.
  func written(_ item: JUnitCase) -> (text: String, size: Int) {
    let text = element(item)
    return (text, text.utf8.count + extra(item))
  }

  private func extra(_ item: JUnitCase) -> Int {
    flavor == .strict ? XMLText.content(item.log).utf8.count + item.name.utf8.count + 8 : 0
  }

  private func totals(_ suites: [JUnitSuite]) -> String {
    // A link's time is a median of what the scenarios waited for: adding it would count it twice.
    let time = suites.first?.time ?? .zero
    return attributes([
      ("name", "linkage"), ("tests", "\(suites.reduce(0) { $0 + $1.cases.count })"),
      ("failures", "\(suites.reduce(0) { $0 + $1.failures })"),
      ("errors", "\(suites.reduce(0) { $0 + $1.errors })"),
      ("skipped", "\(suites.reduce(0) { $0 + $1.skipped })"),
      ("time", SecondsText.text(time)), ("timestamp", timestamp),
    ])
  }

  private func add(_ suite: JUnitSuite, _ number: Int, to text: inout String) {
    var names = [
      ("name", suite.name), ("tests", String(suite.cases.count)),
      ("failures", String(suite.failures)), ("errors", String(suite.errors)),
      ("skipped", String(suite.skipped)), ("time", SecondsText.text(suite.time)),
      ("timestamp", timestamp), ("hostname", hostname),
    ]
    if flavor == .strict { names += [("id", String(number)), ("package", "linkage")] }
    text += "  <testsuite" + attributes(names) + ">\n"
    text += properties(suite.properties, indent: "    ", evenIfEmpty: flavor == .strict)
    for item in suite.cases { text += item.written ?? element(item) }
    if flavor == .strict { text += outputs(suite) }
    text += "  </testsuite>\n"
  }

  /// The schemas allow output only at the suite, and demand it there.
  private func outputs(_ suite: JUnitSuite) -> String {
    let logs = suite.cases.filter { !$0.log.isEmpty }.map { "[\($0.name)]\n\($0.log)\n" }
    return "    <system-out>\(XMLText.content(logs.joined(separator: "\n")))</system-out>\n"
      + "    <system-err></system-err>\n"
  }

  private func element(_ item: JUnitCase) -> String {
    let opening =
      "    <testcase"
      + attributes([
        ("classname", item.classname), ("name", item.name), ("time", SecondsText.text(item.time)),
      ])
    let inside = children(item)
    return inside.isEmpty ? opening + "/>\n" : opening + ">\n" + inside + "    </testcase>\n"
  }

  private func children(_ item: JUnitCase) -> String {
    let isRich = flavor == .rich
    let properties = isRich ? properties(item.properties, indent: "      ", evenIfEmpty: false) : ""
    let output = isRich && !item.log.isEmpty
    let log = output ? "      <system-out>\(XMLText.content(item.log))</system-out>\n" : ""
    return properties + result(item.result) + log
  }

  private func result(_ result: JUnitCase.Result) -> String {
    switch result {
    case .passed: ""
    case .failure(let type, let message, let text): trouble("failure", type, message, text)
    case .error(let type, let message, let text): trouble("error", type, message, text)
    case .skipped(let message):
      "      <skipped\(attributes([("message", message)]))>\(XMLText.content(message))</skipped>\n"
    }
  }

  private func trouble(_ name: String, _ type: String, _ message: String, _ text: String) -> String
  {
    let opening = "      <\(name)" + attributes([("type", type), ("message", message)]) + ">"
    return opening + XMLText.content(text) + "</\(name)>\n"
  }

  private func properties(
    _ properties: [JUnitCase.Property], indent: String, evenIfEmpty: Bool
  ) -> String {
    guard !properties.isEmpty || evenIfEmpty else { return "" }
    let lines = properties.map { property in
      indent + "  <property" + attributes([("name", property.name), ("value", property.value)])
        + "/>\n"
    }
    return indent + "<properties>\n" + lines.joined() + indent + "</properties>\n"
  }

  private func attributes(_ pairs: [(String, String)]) -> String {
    var text = ""
    for (name, value) in pairs {
      text += " "
      text += name
      text += "=\""
      text += XMLText.attribute(value)
      text += "\""
    }
    return text
  }
}
