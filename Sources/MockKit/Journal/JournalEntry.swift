/// One request and its answer, as a server saw them.
package struct JournalEntry: Sendable {
  /// Rises by one with each entry of a set.
  package var id: UInt64
  package let server: MockServerName
  package let call: Call
  package let reply: Reply
  /// By the mocks' clock, since 1970.
  package let began: Duration
  package let took: Duration

  /// Bytes of both bodies.
  var size: Int { call.body.count + reply.body.count }
}
