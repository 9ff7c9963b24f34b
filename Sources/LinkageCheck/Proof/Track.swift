import LinkageCore

/// What was said of one entity on one platform, to one person or to all.
struct Track: Sendable {
  var subject: Int
  var platform: String
  /// `nil` for more than one.
  var person: Int?
  /// As indices into the observations, in the order of the history.
  var reads: [Int] = []
  var writes: [Int] = []
}

extension IndexBuilder {
  /// What each person did to one entity and was told of it on each platform: the answered reads that
  /// say whether it is there, and the writes that happened.
  func tracks(of subject: Int) -> [Track] {
    var tracks = Tracks(subject: subject)
    for place in subjects[subject].observations {
      let operation = operations[observations[place].operation]
      let (end, isWrite) = (operation.end, observations[place].isWrite)
      guard end == .ok || end == .refused && !isWrite, observations[place].presence != .silent
      else { continue }
      tracks.add(place, isWrite, operation.platform, operation.person)
    }
    return tracks.all
  }
}

extension HistoryIndex {
  /// One for each platform, of all people.
  func platformTracks(of subject: Int) -> [Track] {
    var tracks: [Track] = []
    for own in personTracks[subject] {
      if let place = tracks.firstIndex(where: { $0.platform == own.platform }) {
        tracks[place].add(own)
      } else {
        tracks.append(own)
      }
    }
    for place in tracks.indices where tracks[place].person == nil { tracks[place].sort() }
    return tracks
  }

  /// Each platform's track that has reads, of what this run alone changes, with all the writes of the
  /// entity that happened on any platform; entities without such writes are left out.
  func forEachWrittenTrack(_ body: (_ track: Track, _ writes: [Int]) -> Void) {
    for (number, subject) in subjects.enumerated() where !isShared(subject) {
      let tracks = platformTracks(of: number)
      let writes = tracks.flatMap(\.writes)
      guard !writes.isEmpty else { continue }
      for track in tracks where !track.reads.isEmpty { body(track, writes) }
    }
  }
}

extension Track {
  fileprivate mutating func add(_ other: Track) {
    person = nil
    reads += other.reads
    writes += other.writes
  }

  fileprivate mutating func sort() {
    reads.sort()
    writes.sort()
  }
}

/// Sorts what was said of one entity. Most are spoken of in a few tracks: those are looked through,
/// which beats hashing.
private struct Tracks {
  private static let scanLimit = 8

  private struct Key: Hashable {
    var platform: String
    var person: Int?
  }

  let subject: Int
  private(set) var all: [Track] = []
  /// Empty while there are few.
  private var places: [Key: Int] = [:]

  init(subject: Int) { self.subject = subject }

  mutating func add(_ observation: Int, _ isWrite: Bool, _ platform: String, _ person: Int) {
    let track = place(platform, person) ?? append(platform, person)
    if isWrite {
      all[track].writes.append(observation)
    } else {
      all[track].reads.append(observation)
    }
  }

  private func place(_ platform: String, _ person: Int) -> Int? {
    guard all.count <= Self.scanLimit else {
      return places[Key(platform: platform, person: person)]
    }
    return all.firstIndex { $0.person == person && $0.platform == platform }
  }

  private mutating func append(_ platform: String, _ person: Int) -> Int {
    all.append(Track(subject: subject, platform: platform, person: person))
    if all.count == Self.scanLimit + 1 {
      for (place, track) in all.enumerated() {
        places[Key(platform: track.platform, person: track.person)] = place
      }
    } else if all.count > Self.scanLimit {
      places[Key(platform: platform, person: person)] = all.count - 1
    }
    return all.count - 1
  }
}
