/// How somebody reads a code.
enum CodeGesture: String, Sendable, Decodable {
  /// With the camera.
  case scan
  /// By pressing long on a picture in WeChat.
  case press
  /// Out of the phone's album.
  case album

  /// How far its scene number lies behind that of scanning.
  var step: Int {
    switch self {
    case .scan: 0
    case .press: 1
    case .album: 2
    }
  }
}
