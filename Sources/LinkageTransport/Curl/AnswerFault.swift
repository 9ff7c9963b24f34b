import LinkageCore

/// What is wrong with an answer although libcurl would take it.
enum AnswerFault: Equatable {
  case largeBody(maximum: Int)
  case largeHead
  /// A `Content-Length` that is no number, or two that differ.
  case length
  /// `Content-Length` beside `Transfer-Encoding`: one of them lies about where the answer ends.
  case lengthAndEncoding
  /// A header whose name is empty or ends with a blank.
  case name
  /// 101 although nobody asked for another protocol.
  case switched
  case endedInHead
  /// Packed by something that is not unpacked here.
  case packing(String)
  case brokenPacking
  /// The answer is whole, what is packed in it is not.
  case tornPacking

  var kind: TransportFailure.Kind {
    switch self {
    case .largeBody, .largeHead: .tooLarge
    case .length, .lengthAndEncoding, .name, .switched, .packing, .brokenPacking,
      .tornPacking:
      .malformed
    case .endedInHead: .lost
    }
  }

  var detail: String {
    switch self {
    case .largeBody(let maximum): "The answer is larger than \(maximum) bytes"
    case .largeHead: "The headers of the answer are larger than \(AnswerBuffer.largestHead) bytes"
    case .length: "Content-Length is not one whole number"
    case .lengthAndEncoding: "The answer has Content-Length and Transfer-Encoding at once"
    case .name: "A header's name is empty or has a blank before the colon"
    case .switched: "101 switches to another protocol, which was not asked for"
    case .endedInHead: "The connection ended inside the headers of the answer"
    case .packing(let name): "The answer is packed by \(name); only gzip was asked for"
    case .brokenPacking: "The answer says that it is packed by gzip, and cannot be unpacked"
    case .tornPacking: "The answer's gzip body ends too early"
    }
  }
}
