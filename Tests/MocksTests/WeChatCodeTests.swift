import Foundation
import MockKit
import Mocks
import Testing

/// The pictures of codes.
@Suite(.enabled(if: Scanner.program != nil, "zbarimg is not installed"))
struct WeChatCodeTests {
  private static let unlimited = "/wxa/getwxacodeunlimit"

  private func picture(_ maker: LinkMaker, _ more: String, scene: String = "a=1") async throws
    -> Answer
  {
    try await maker.ask(
      Self.unlimited, #"{"scene":"\#(scene)","page":"pages/a","check_path":false\#(more)}"#)
  }

  /// Width and height out of the frame's header.
  private func size(_ jpeg: Data) throws -> [Int] {
    let header = try #require(jpeg.firstRange(of: Data([0xFF, 0xC0]))).upperBound + 3
    let bytes = jpeg[header..<(header + 4)].map(Int.init)
    return [bytes[2] << 8 | bytes[3], bytes[0] << 8 | bytes[1]]
  }

  @Test(
    "a picture is a JPEG as wide as asked for that a scanner reads, whatever its colour",
    arguments: [
      ("", 430), (#","width":280"#, 280), (#","width":555"#, 555), (#","width":1280"#, 1280),
      (#","width":100"#, 280), (#","width":5000"#, 1280),
      (#","line_color":{"r":200,"g":0,"b":0}"#, 430),
      (#","width":300,"line_color":{"r":"7","g":"90","b":"160"}"#, 300),
      (#","auto_color":true,"line_color":{"r":255,"g":255,"b":255}"#, 430),
    ])
  func drawn(more: String, width: Int) async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let answer = try await picture(maker, more)
      #expect(answer.wire.header("content-type") == "image/jpeg")
      #expect(try size(answer.wire.body) == [width, width])
      let text = try await Scanner.read(answer.wire.body)
      let host = try #require(world.set.urls[.wechat])
      #expect(text.hasPrefix(host + "/c?"))
      let opened = try await maker.open("code", text).json
      #expect(opened["path"].text == "pages/a" && opened["params"]["scene"].text == "a%3D1")
    }
  }

  @Test(
    "a scene arrives as it was given, encoded once, with every character that it may have",
    arguments: [
      "0123456789abcdefghijklmnopqrstuv", "wxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#", "$&'()*+,/:;=?@-._~",
      "x",
    ])
  func scenes(scene: String) async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let answer = try await picture(maker, "", scene: scene)
      let text = try await Scanner.read(answer.wire.body)
      let opened = try await maker.open("code", text).json
      #expect(opened["scene"].int == 1047)
      #expect(opened["params"]["scene"].text.removingPercentEncoding == scene)
      #expect(opened["params"].keys == ["scene"])
    }
  }

  @Test("without a ground the picture is a PNG that one sees through")
  func transparent() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let answer = try await picture(
        maker, #","is_hyaline":true,"line_color":{"r":20,"g":80,"b":20}"#)
      #expect(answer.wire.header("content-type") == "image/png")
      #expect(answer.wire.body.firstRange(of: Data("tRNS\0".utf8)) != nil)
      #expect(try await Scanner.read(answer.wire.body).contains("path=pages/a"))
    }
  }

  @Test(
    "a picture opens as it is, by the gesture's number",
    arguments: [
      ("", "", 1047), ("", #","by":"press""#, 1048),
      (#","is_hyaline":true"#, #","by":"album""#, 1049),
    ])
  func opened(style: String, gesture: String, scene: Int) async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let base64 = try await picture(maker, style).wire.body.base64EncodedString()
      let opened = try await maker.open("picture", base64, more: gesture).json
      #expect(opened["scene"].int == scene && opened["params"]["scene"].text == "a%3D1")
    }
  }

  @Test(
    "a code of the limited kinds leads to its path, query and all",
    arguments: [("/wxa/getwxacode", 1047), ("/cgi-bin/wxaapp/createwxaqrcode", 1011)])
  func limited(endpoint: String, scene: Int) async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let answer = try await maker.ask(endpoint, #"{"path":"pages/a?x=1&y=中文","width":430}"#)
      #expect(answer.wire.header("content-type") == "image/jpeg")
      let opened = try await maker.open("code", try await Scanner.read(answer.wire.body)).json
      #expect(opened["scene"].int == scene && opened["path"].text == "pages/a")
      #expect(opened["params"]["x"].text == "1" && opened["params"]["y"].text == "中文")
    }
  }

  @Test("the longest path of a code is still read from the widest picture")
  func longest() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let path = "pages/a?x=" + String(repeating: "7", count: 1014)
      let answer = try await maker.ask("/wxa/getwxacode", #"{"path":"\#(path)","width":1280}"#)
      let opened = try await maker.open("code", try await Scanner.read(answer.wire.body)).json
      #expect(opened["params"]["x"].text.count == 1014)
      let longer = try await maker.ask("/wxa/getwxacode", #"{"path":"\#(path)7"}"#)
      #expect(longer.json["errcode"].int == 40159)
    }
  }

  @Test("both limited kinds count together, the same path once")
  func counted() async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      try await maker.set("link-quotas", #"{"codes":2}"#)
      let calls = [("getwxacode", "a", 0), ("getwxacode", "a", 0), ("createwxaqrcode", "b", 0)]
      for (name, path, code) in calls + [("getwxacode", "c", 45029), ("createwxaqrcode", "a", 0)] {
        let endpoint = name == "getwxacode" ? "/wxa/getwxacode" : "/cgi-bin/wxaapp/createwxaqrcode"
        let answer = try await maker.ask(endpoint, #"{"path":"\#(path)"}"#)
        #expect((answer.json["errcode"].int ?? 0) == code, "\(name) \(path)")
      }
    }
  }

  @Test(
    "every mistake in a code is JSON with the platform's number and words",
    arguments: [
      (unlimited, "{}", 40169, "invalid length for scene, or the data is not json string"),
      (unlimited, #"{"scene":""}"#, 40169, "invalid length for scene"),
      (unlimited, #"{"scene":"012345678901234567890123456789012"}"#, 40169, "invalid length"),
      (unlimited, #"{"scene":"a%3D1"}"#, 40129, "invalid scene"),
      (unlimited, #"{"scene":"中"}"#, 40129, "invalid scene"),
      (unlimited, #"{"scene":"scancode_time=1"}"#, 85096, "not allow include scancode_time"),
      (unlimited, #"{"scene":"a","page":"pages/no"}"#, 41030, "invalid page"),
      (unlimited, #"{"scene":"a","page":"/pages/a"}"#, 41030, "invalid page"),
      (unlimited, #"{"scene":"a","page":"pages/a?x=1"}"#, 41030, "invalid page"),
      (unlimited, #"{"scene":"a","env_version":""}"#, 40097, "invalid args"),
      (unlimited, #"{"scene":"a","is_hyaline":1}"#, 47001, "data format error"),
      (unlimited, #"{"scene":"a","line_color":{"r":300}}"#, 47001, "data format error"),
      ("/wxa/getwxacode", "{}", 40159, "invalid length for path"),
      ("/wxa/getwxacode", #"{"path":"a","width":9}"#, 40189, "invalid width"),
      ("/wxa/getwxacode", #"{"path":"a","env_version":"x"}"#, 40097, "invalid args"),
      ("/cgi-bin/wxaapp/createwxaqrcode", #"{"path":""}"#, 40159, "invalid length for path"),
    ])
  func mistakes(path: String, body: String, code: Int, text: String) async throws {
    try await MockWorld.run { world in
      let maker = try await LinkMaker(world)
      let answer = try await maker.askWithOnePage(path, body)
      #expect(answer.status == 200 && answer.json["errcode"].int == code)
      #expect(answer.json["errmsg"].text.hasPrefix(text))
      #expect(answer.wire.header("content-type") == "application/json; encoding=utf-8")
    }
  }
}
