import LinkageCore

/// One `testcase`.
struct JUnitCase {
  var classname: String
  var name: String
  var time: Nanoseconds
  var properties: [Property] = []
  var result: Result = .passed
  var log = ""
  /// Its element, once it is written.
  var written: String?

  struct Property {
    var name: String
    var value: String
  }

  enum Result {
    case passed
    case failure(type: String, message: String, text: String)
    case error(type: String, message: String, text: String)
    case skipped(message: String)
  }
}
