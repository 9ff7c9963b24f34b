import Glibc
package import LinkageCore

/// Several transports for one run, each with a loop of its own, at most one for each core. A journey
/// stays with one of them: its session lives there.
package final class CurlTransports: Sendable {
  package let lanes: [CurlTransport]

  /// `connectionsAtMost`: the lowest limit on connections that a platform sets, if any. Limits are
  /// divided among the lanes, so there are no more lanes than connections. `count` is for tests.
  package init(
    _ options: TransportOptions = TransportOptions(), connectionsAtMost: Int? = nil,
    count: Int? = nil
  ) throws(LoopError) {
    let wanted = count ?? Self.cores
    let number = max(1, min(wanted, connectionsAtMost ?? wanted))
    var lanes: [CurlTransport] = []
    for index in 0..<number {
      var options = options
      options.share = TransportOptions.Share(index: index, count: number)
      lanes.append(try CurlTransport(options))
    }
    self.lanes = lanes
  }

  private static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// How late the timers of all loops were so far; `nil` before the first.
  package func lateness() async -> RunEnd.Lateness? {
    var all = LatenessHistogram()
    for lane in lanes { all.add(await lane.latenessHistogram()) }
    return all.summary
  }

  /// Ends what is in flight as cancelled and closes all connections; later requests fail.
  package func shutdown() async {
    for lane in lanes { await lane.shutdown() }
  }
}
