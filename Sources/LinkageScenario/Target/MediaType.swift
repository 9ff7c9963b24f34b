/// The media types that a browser gives to the files people upload.
enum MediaType {
  static func of(fileNamed name: String) -> String {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    return ending.flatMap { known[$0] } ?? "application/octet-stream"
  }

  private static let known = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "svg": "image/svg+xml", "pdf": "application/pdf", "txt": "text/plain",
    "csv": "text/csv", "html": "text/html", "xml": "application/xml", "json": "application/json",
    "zip": "application/zip", "mp3": "audio/mpeg", "mp4": "video/mp4",
  ]
}
