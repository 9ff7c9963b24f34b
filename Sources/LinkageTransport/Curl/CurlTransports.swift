import Glibc
package import LinkageCore

/// Several transports for one run, each with a loop of its own, at most one for each core. A journey
/// stays with one of them: its session lives there.
package final class CurlTransports: TransportGroup {
  private let transports: [CurlTransport]

  /// - Parameter lanesAtMost: how many journeys run side by side, or the lowest limit on connections
  ///   that a platform sets: limits are divided among the lanes.
  package init(
    _ options: TransportOptions = TransportOptions(), lanesAtMost: Int,
    cores: Int = CurlTransports.cores
  ) throws(LoopError) {
    let number = max(1, min(cores, lanesAtMost))
    var transports: [CurlTransport] = []
    for index in 0..<number {
      var options = options
      options.share = TransportOptions.Share(index: index, count: number)
      transports.append(try CurlTransport(options))
    }
    self.transports = transports
  }

  package var lanes: [any Transport] { transports }

  package static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// How late the timers of all loops were so far; `nil` before the first.
  package func lateness() async -> RunEnd.Lateness? {
    var all = LatenessHistogram()
    for lane in transports { all.add(await lane.latenessHistogram()) }
    return all.summary
  }

  /// Ends what is in flight as cancelled and closes all connections; later requests fail. May be
  /// called again.
  package func shutdown() async {
    for lane in transports { await lane.shutdown() }
  }
}
