/// How a transport connects.
package struct TransportOptions: Sendable {
  /// What platforms that say nothing of a proxy go by.
  package var proxies: ProxyEnvironment
  /// A connection that lay idle for longer is not used again, in seconds. Servers close idle
  /// connections, common ones after 5 s; one that is about to be closed must not take a request.
  package var longestIdle: Int
  /// Which part of each limit on connections is this transport's.
  var share = Share()

  package init(proxies: ProxyEnvironment = ProxyEnvironment(), longestIdle: Int = 4) {
    self.proxies = proxies
    self.longestIdle = longestIdle
  }

  /// One of several transports that work for one run.
  struct Share {
    var index = 0
    var count = 1

    /// Its part of a limit, at least 1: the parts of all make the limit where it is not below
    /// their number.
    func part(of limit: Int) -> Int {
      max(1, limit / count + (index < limit % count ? 1 : 0))
    }
  }
}
