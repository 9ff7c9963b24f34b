/// What fails while a run's rows are read is that run's damage.
enum Damage {
  static func of<T>(_ id: String, _ body: () throws -> T) throws(StoreError) -> T {
    do {
      return try body()
    } catch {
      throw .damagedRun(id: id, reason: String(describing: error))
    }
  }
}
