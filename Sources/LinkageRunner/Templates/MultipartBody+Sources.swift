import LinkageCore
import Values

/// What multipart bodies are made from.
extension MultipartBody {
  init(_ form: WebForm) {
    parts = form.fields.map { field in
      Part(
        name: field.name, value: Array(field.value.utf8),
        fileName: field.isFile ? field.value : nil,
        type: field.isFile ? "application/octet-stream" : nil)
    }
  }

  init(_ templates: [RequestTemplate.Part], _ filler: Filler) throws(FillFailure) {
    var parts: [Part] = []
    for template in templates {
      guard let value = try Self.value(of: template.content, filler) else { continue }
      var fileName: String?
      if let name = template.fileName { fileName = try filler.string(name) }
      parts.append(
        Part(name: template.name, value: value, fileName: fileName, type: template.type))
    }
    self.parts = parts
  }

  var contents: [[UInt8]] { parts.map(\.value) }

  static func type(boundary: String) -> String { "multipart/form-data; boundary=\(boundary)" }

  /// `nil` for a text that asks for an absent optional alone, which is left out.
  private static func value(
    of content: RequestTemplate.Part.Content, _ filler: Filler
  ) throws(FillFailure) -> [UInt8]? {
    switch content {
    case .file(let bytes): return bytes
    case .text(let text): return filler.isAbsent(text) ? nil : Array(try filler.string(text).utf8)
    }
  }
}
