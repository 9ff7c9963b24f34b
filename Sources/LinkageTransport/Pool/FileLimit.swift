import Glibc

/// How many descriptors the process may have.
enum FileLimit {
  /// Raises it as far as the system lets it go; 1,024, the usual start, is one request each.
  static let isRaised: Bool = {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(kind, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return false }
    limit.rlim_cur = limit.rlim_max
    return setrlimit(kind, &limit) == 0
  }()
}
