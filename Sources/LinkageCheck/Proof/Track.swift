import LinkageCore

/// What was said of one entity on one platform, to one person or to all.
struct Track {
  var subject: Int
  var platform: String
  /// `nil` for all.
  var person: Int?
  /// As indices into the observations, in the order of the history.
  var reads: [Int] = []
  var writes: [Int] = []
}

extension HistoryIndex {
  private struct TrackKey: Hashable {
    var platform: String
    var person: Int?
  }

  /// The answered reads that say whether it is there, and the writes that happened.
  func tracks(of subject: Int, byPerson: Bool) -> [Track] {
    var tracks: [Track] = []
    var places: [TrackKey: Int] = [:]
    for place in subjects[subject].observations {
      let at = observations[place].operation
      let (end, isWrite) = (operations[at].end, observations[place].isWrite)
      guard end == .ok || end == .refused && !isWrite, observations[place].presence != .silent
      else { continue }
      let key = TrackKey(
        platform: operations[at].platform, person: byPerson ? operations[at].person : nil)
      let track = places[key] ?? tracks.count
      if track == tracks.count {
        places[key] = track
        tracks.append(Track(subject: subject, platform: key.platform, person: key.person))
      }
      if isWrite { tracks[track].writes.append(place) } else { tracks[track].reads.append(place) }
    }
    return tracks
  }
}
