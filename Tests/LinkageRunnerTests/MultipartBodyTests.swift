import Testing

@testable import LinkageRunner

@Suite("Multipart bodies")
struct MultipartBodyTests {
  private func text(_ parts: [MultipartBody.Part], boundary: String = "XX") -> String {
    String(decoding: MultipartBody(parts: parts).bytes(boundary: boundary), as: UTF8.self)
  }

  @Test("fields, a file with its type, and the end")
  func whole() {
    let body = text([
      MultipartBody.Part(name: "phone", value: Array("138".utf8)),
      MultipartBody.Part(
        name: "photo", value: [0x50, 0x4E], fileName: "a.png", type: "image/png"),
    ])
    #expect(
      body
        == "--XX\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n138\r\n"
        + "--XX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n"
        + "Content-Type: image/png\r\n\r\nPN\r\n--XX--\r\n")
  }

  @Test("a body without parts is its end alone")
  func empty() {
    #expect(text([]) == "--XX--\r\n")
  }

  @Test("a file that nobody chose has an empty name and a type")
  func noFile() {
    let body = text([MultipartBody.Part(name: "f", value: [], fileName: "")])
    #expect(
      body
        == "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n\r\n--XX--\r\n")
  }

  @Test(
    "names are escaped as browsers escape them",
    arguments: [
      ("a\"b", "a%22b"), ("a\r\nb", "a%0D%0Ab"), ("名字", "名字"), ("a\\b%22", "a\\b%22"),
    ])
  func names(name: String, escaped: String) {
    let body = text([MultipartBody.Part(name: name, value: [], fileName: name)])
    #expect(body.contains("; name=\"\(escaped)\"; filename=\"\(escaped)\"\r\n"))
  }

  @Test("a value is sent byte for byte")
  func bytes() {
    let value = (0...255).map { UInt8($0) }
    let body = MultipartBody(parts: [MultipartBody.Part(name: "b", value: value)])
      .bytes(boundary: "Y")
    #expect(
      body.count == value.count
        + "--Y\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--Y--\r\n".utf8.count)
    #expect(Array(body.dropLast("\r\n--Y--\r\n".utf8.count).suffix(256)) == value)
  }
}
