import CLoop

/// How the process gets and gives back memory. Where libc is another one than glibc, nothing happens.
package enum Heap {
  /// What one thread frees another can use: journeys and their connections lie on different threads
  /// from the history and the reports that follow. Takes effect for threads that start later.
  package static func share() { cloop_share_heap() }

  /// Gives freed memory back to the system.
  package static func release() { cloop_release_memory() }
}
