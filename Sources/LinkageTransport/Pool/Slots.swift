/// The transfers under way, each at a place that is its own until it ends.
struct Slots {
  private var transfers: [Transfer?] = []
  private var free: [Int] = []

  var count: Int { transfers.count - free.count }
  var all: [Transfer] { transfers.compactMap(\.self) }

  subscript(_ place: Int) -> Transfer? {
    transfers.indices.contains(place) ? transfers[place] : nil
  }

  mutating func add(_ transfer: Transfer) -> Int {
    if let place = free.popLast() {
      transfers[place] = transfer
      return place
    }
    transfers.append(transfer)
    return transfers.count - 1
  }

  mutating func remove(_ place: Int) {
    transfers[place] = nil
    free.append(place)
  }
}
