import LinkageCore

/// Answers that lie about how long they are.
extension Misdeed {
  static let lengths: [Misdeed] = [
    head(
      "a length that is too long", .failed(.lost, ""), ["Content-Length: 11"], body: "0123456789"),
    head("a length that is too short", .answered(200), ["Content-Length: 4"], body: "0123456789"),
    head("a negative length", .failed(.malformed, "Content-Length"), ["Content-Length: -4"]),
    head("a length in words", .failed(.malformed, "Content-Length"), ["Content-Length: four"]),
    head(
      "a length with a sign", .failed(.malformed, "Content-Length"), ["Content-Length: +4"],
      body: "four"),
    head(
      "a length in hexadecimal", .failed(.malformed, "Content-Length"), ["Content-Length: 0x4"],
      body: "four"),
    head(
      "a length with a tail", .failed(.malformed, "Content-Length"), ["Content-Length: 4 4"],
      body: "four"),
    head("an empty length", .failed(.malformed, "Content-Length"), ["Content-Length:"]),
    head(
      "two lengths", .failed(.malformed, "Content-Length"),
      ["Content-Length: 4", "Content-Length: 5"], body: "four."),
    head(
      "two lengths in one line", .failed(.malformed, "Content-Length"), ["Content-Length: 4, 5"],
      body: "four."),
    head(
      "the same length twice", .answered(200), ["Content-Length: 4", "content-length: 4"],
      body: "four"),
    head("a length larger than allowed", .failed(.lost, ""), ["Content-Length: 1001"], body: "x"),
    head(
      "a length beyond all numbers", .failed(.malformed, "Content-Length"),
      ["Content-Length: 99999999999999999999999999"], body: "x"),
    head(
      "a length and chunks", .failed(.malformed, "Content-Length"),
      ["Content-Length: 4", "Transfer-Encoding: chunked"], body: "4\r\nfour\r\n0\r\n\r\n"),
    head(
      "chunks and a length", .failed(.malformed, "Content-Length"),
      ["Transfer-Encoding: chunked", "Content-Length: 4"], body: "4\r\nfour\r\n0\r\n\r\n"),
    head(
      "a body without end", .failed(.tooLarge, "1000 bytes"), [], then: [.endless("0123456789")]),
    head("no length and a close", .answered(200), [], body: "whole"),
    chunks("a chunk size that is none", .failed(.malformed, ""), "no number\r\nwhole\r\n0\r\n\r\n"),
    chunks("a negative chunk size", .failed(.malformed, ""), "-5\r\nwhole\r\n0\r\n\r\n"),
    chunks("an empty chunk size", .failed(.malformed, ""), "\r\nwhole\r\n0\r\n\r\n"),
    chunks(
      "a chunk size beyond all numbers", .failed(.malformed, ""), "fffffffffffffffff\r\nwhole"),
    chunks("the largest chunk size there is", .failed(.lost, ""), "7fffffffffffffff\r\nwhole"),
    chunks("a chunk longer than it says", .failed(.malformed, ""), "4\r\nwhole\r\n0\r\n\r\n"),
    chunks("a chunk's extension", .answered(200), "5;a=b\r\nwhole\r\n0\r\n\r\n"),
    Misdeed(
      "chunks without end", .failed(.tooLarge, "1000 bytes"),
      [.send(chunkedHead), .endless("5\r\nwhole\r\n")]),
    Misdeed(
      "a chunk's extension without end", .failed(.timeout, ""),
      [.send(chunkedHead + "5;"), .endless("x")]),
    Misdeed(
      "trailers without end", .failed(.tooLarge, "headers"),
      [.send(chunkedHead + "0\r\n"), .endless("A: b\r\n")]),
  ]

  private static let chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  private static func chunks(_ description: String, _ outcome: Outcome, _ body: String) -> Misdeed {
    head(description, outcome, ["Transfer-Encoding: chunked"], body: body)
  }
}
