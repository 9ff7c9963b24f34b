import LinkageCore

/// Keeps work that takes long off the loops, which have clocks to serve.
enum LongWork {
  /// An answer of so many bytes takes some 0.5 ms to be understood and masked.
  static let size = 32 << 10

  /// Where it is long, another thread does it while the loop goes on; the task waits for it.
  static func run<Result, Failure>(
    if isLong: Bool, _ work: () throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    guard isLong else { return try work() }
    return try await run(work)
  }

  static func run<Result, Failure>(
    _ work: () throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    try await withTaskExecutorPreference(globalConcurrentExecutor) {
      () async throws(Failure) -> Result in try work()
    }
  }
}

extension Performed {
  /// Whether what was sent or what came back is so large that the loop must not dwell on it.
  var isLong: Bool {
    exchanges.contains { record in
      record.exchange.isLong || record.request.body?.count ?? 0 > LongWork.size
    }
  }
}

extension HTTPExchange {
  /// Whether its answer is.
  var isLong: Bool {
    guard case .success(let answer) = result else { return false }
    return answer.body.count > LongWork.size
  }
}
