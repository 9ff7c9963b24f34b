package import Foundation

/// A body that is written piece by piece, for as long as there are readers and pieces.
package final class ReplyStream: Sendable, Equatable {
  package let pieces: @Sendable () -> AsyncStream<Data>

  package init(_ pieces: @escaping @Sendable () -> AsyncStream<Data>) {
    self.pieces = pieces
  }

  package static func == (left: ReplyStream, right: ReplyStream) -> Bool { left === right }
}
