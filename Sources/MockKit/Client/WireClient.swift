import Foundation
import Synchronization

/// A small HTTP/1.1 client with keep-alive connections, at most a few to one host.
package final class WireClient: Sendable {
  private let timeout: Duration
  private let pools = Mutex<[WireHost: WirePool]>([:])
  private let connectionsPerHost: Int

  /// - Parameter timeout: for connecting, and again for the whole answer.
  package init(timeout: Duration = .seconds(5), connectionsPerHost: Int = 16) {
    self.timeout = timeout
    self.connectionsPerHost = connectionsPerHost
  }

  /// - Parameter base: such as `http://127.0.0.1:4702`.
  package func send(
    _ request: WireRequest, to base: String
  ) async throws(WireError) -> WireAnswer {
    let pool = pool(of: try WireHost(url: base))
    let connection = try await pool.take(timeout: timeout)
    do {
      let answer = try await connection.send(request, timeout: timeout)
      if request.endsConnection { connection.close() }
      pool.giveBack(request.endsConnection ? nil : connection)
      return answer
    } catch {
      pool.giveBack(nil)
      throw error
    }
  }

  package func close() {
    let closing = pools.withLock { pools in
      defer { pools = [:] }
      return Array(pools.values)
    }
    for pool in closing { pool.close() }
  }

  private func pool(of host: WireHost) -> WirePool {
    pools.withLock { pools in
      if let pool = pools[host] { return pool }
      let pool = WirePool(host: host, limit: connectionsPerHost)
      pools[host] = pool
      return pool
    }
  }
}
