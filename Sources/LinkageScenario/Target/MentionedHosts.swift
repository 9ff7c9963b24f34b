import CEL
import LinkageCore
import Values

/// The hosts that a target names: those of its addresses, and of whole URLs in its requests.
struct MentionedHosts {
  /// In the order of the files.
  private(set) var known: [String] = []
  /// The platforms on which a request may lead to a host that no file names.
  private var open: Set<String> = []
  private var isAddressUnknown = false

  init(_ target: TargetModel, bases: [String: String]) {
    for platform in target.platforms {
      guard let base = bases[platform.name] ?? platform.base?.value else {
        isAddressUnknown = true
        continue
      }
      add(base)
    }
    for base in bases.sorted(by: { $0.key < $1.key }) { add(base.value) }
    for request in target.operations.flatMap(\.operation.requests) { add(request) }
  }

  /// Whether requests of a platform may go anywhere.
  func areOpen(on platform: String) -> Bool { isAddressUnknown || open.contains(platform) }

  private mutating func add(_ url: String) {
    guard let host = HostText.host(ofURL: url), !known.contains(host) else { return }
    known.append(host)
  }

  /// Redirects and forms lead where the answer says.
  private mutating func add(_ request: RequestTemplate) {
    if request.follow > 0 || request.method == "SUBMIT" { open.insert(request.platform) }
    let start: String? =
      switch request.path {
      case .constant(let value): value.stringValue ?? ""
      case .text(let pieces):
        if case .literal(let text)? = pieces.first { text } else { nil }
      case .value, .list, .map: nil
      }
    guard let start else {
      open.insert(request.platform)
      return
    }
    guard ["http://", "https://"].contains(where: start.lowercased().hasPrefix),
      let scheme = start.firstRange(of: "://")
    else { return }
    let isWhole = request.path.constantValue != nil || start[scheme.upperBound...].contains("/")
    if isWhole { add(start) } else { open.insert(request.platform) }
  }
}
