/// Why a loop or a transport could not be made.
package enum LoopError: Error, Sendable, Equatable {
  /// The system refused a descriptor; `code` is its errno.
  case noDescriptors(code: Int32)
  /// The system refused a thread; `code` is its errno.
  case noThread(code: Int32)
  /// libcurl could not be set up.
  case noCurl
}
