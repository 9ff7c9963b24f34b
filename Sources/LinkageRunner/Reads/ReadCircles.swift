import Synchronization

/// The circles of what runs side by side in one journey.
final class ReadCircles: Sendable {
  private let circles = Mutex<[ReadKey: ReadCircle]>([:])

  /// The circle of those who read so, which the caller now belongs to; `nil` when there is none.
  func join(_ key: ReadKey) -> ReadCircle? {
    circles.withLock { circles in
      guard let circle = circles[key] else { return nil }
      if circle.join() { return circle }
      circles[key] = nil
      return nil
    }
  }

  /// The same; without one, `circle` is it from now on.
  func join(_ key: ReadKey, or circle: ReadCircle) -> ReadCircle {
    circles.withLock { circles in
      if let found = circles[key], found.join() { return found }
      circles[key] = circle
      return circle
    }
  }
}
