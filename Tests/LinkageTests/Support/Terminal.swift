import Glibc

/// A terminal of the test's own, at which a program can be made to read.
final class Terminal: Sendable {
  struct Failure: Error { var code: Int32 }

  private let near: Int32
  /// The program's end; open here too, so that what is typed early is kept.
  private let far: Int32
  /// Where the program finds its end.
  let path: String

  init() throws {
    var ends: (near: Int32, far: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ends.near, &ends.far, &name, nil, nil) == 0 else { throw Failure(code: errno) }
    (near, far) = ends
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    close(near)
    close(far)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(near, bytes, bytes.count)
  }
}
