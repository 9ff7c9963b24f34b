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
      let observation = observations[place]
      let operation = operations[observation.operation]
      guard operation.end == .ok || operation.end == .refused, observation.presence != .silent
      else { continue }
      if observation.isWrite, operation.end != .ok { continue }
      let key = TrackKey(
        platform: operation.platform, person: byPerson ? operation.person : nil)
      let at = places[key] ?? tracks.count
      if at == tracks.count {
        places[key] = at
        tracks.append(Track(subject: subject, platform: key.platform, person: key.person))
      }
      if observation.isWrite {
        tracks[at].writes.append(place)
      } else {
        tracks[at].reads.append(place)
      }
    }
    return tracks
  }
}
