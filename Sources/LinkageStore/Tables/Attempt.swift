import GRDB

/// Gives errors of the database the store's own types.
enum Attempt {
  static func reading<T>(_ body: () throws -> T) throws(StoreError) -> T {
    try run(body) { .readFailed(reason: $0) }
  }

  static func writing<T>(_ body: () throws -> T) throws(StoreError) -> T {
    try run(body) { .writeFailed(reason: $0) }
  }

  static func run<T>(
    _ body: () throws -> T, otherwise: (String) -> StoreError
  ) throws(StoreError) -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      throw .diskFull
    } catch let error as DatabaseError {
      throw otherwise(error.message ?? error.description)
    } catch {
      throw otherwise(String(describing: error))
    }
  }
}
