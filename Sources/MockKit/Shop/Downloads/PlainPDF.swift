import Foundation

/// A PDF 1.4 of one page: a title and lines in Helvetica, which every reader brings along.
struct PlainPDF {
  let title: String
  let lines: [String]

  var data: Data {
    var text = "%PDF-1.4\n"
    var entries = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      entries += Self.padded(text.utf8.count) + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let count = objects.count + 1
    let start = text.utf8.count
    text += "xref\n0 \(count)\n\(entries)trailer\n<</Size \(count)/Root 1 0 R/Info 6 0 R>>\n"
    return Data((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  private var objects: [String] {
    [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>"
        + "/Contents 5 0 R>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      "<</Title(\(Self.escaped(title)))>>",
    ]
  }

  private var content: String {
    let body = lines.map { "(\(Self.escaped($0))) Tj T*" }.joined(separator: "\n")
    return "BT /F1 20 Tf 56 770 Td (\(Self.escaped(title))) Tj\n"
      + "/F1 11 Tf 0 -32 Td 16 TL\n\(body)\nET"
  }

  /// An entry of the table of objects has ten digits.
  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// As a string of a PDF; Helvetica has no other letters here than those of ASCII.
  private static func escaped(_ text: String) -> String {
    text.map { character in
      guard ("\u{20}"..."\u{7E}").contains(character) else { return "?" }
      return "\\()".contains(character) ? "\\\(character)" : "\(character)"
    }.joined()
  }
}
