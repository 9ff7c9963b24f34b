/// How a transport connects.
package struct TransportOptions: Sendable {
  /// `http://host:port`; `nil` connects directly, whatever the environment says.
  package var proxy: String?
  /// A connection that lay idle for longer is not used again, in seconds. Servers close idle
  /// connections, common ones after 5 s; one that is about to be closed must not take a request.
  package var longestIdle: Int

  package init(proxy: String? = nil, longestIdle: Int = 4) {
    self.proxy = proxy
    self.longestIdle = longestIdle
  }
}
