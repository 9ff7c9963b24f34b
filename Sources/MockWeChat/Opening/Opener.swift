import MockKit

/// Opens the mini-program by links and codes, as WeChat does on a phone.
struct Opener: Sendable {
  /// What WeChat tells the mini-program of it, by number.
  enum Way: Sendable {
    case scheme, plainScheme, outside, inside, shortLink
    case code(CodeText.Shape)
  }

  /// What opens, before anybody has opened it.
  struct Door: Sendable {
    let destination: Destination
    let way: Way
    /// Of a link that was made.
    let ticket: String?
    /// The app's.
    let book: LinkBook
  }

  let desk: LinkDesk

  /// - Parameter isInside: whether a URL link is opened in WeChat itself.
  func door(_ entrance: Entrance, isInside: Bool) throws(OpenProblem) -> Door {
    let door = try found(entrance, isInside: isInside)
    // What is being tried out may have other pages than what is released.
    guard door.destination.version != .release || door.book.has(door.destination.path) else {
      throw .unknownPage(door.destination.path)
    }
    return door
  }

  private func found(_ entrance: Entrance, isInside: Bool) throws(OpenProblem) -> Door {
    switch entrance {
    case .plain(let app, let destination):
      return Door(
        destination: destination, way: .plainScheme, ticket: nil, book: try desk.book(named: app))
    case .code(let code):
      return Door(
        destination: code.destination, way: .code(code.shape), ticket: nil,
        book: try desk.book(named: code.appid))
    case .ticket(let ticket, let extra):
      return try door(ticket, extra: extra, isInside: isInside)
    }
  }

  private func door(
    _ ticket: String, extra: String, isInside: Bool
  ) throws(OpenProblem) -> Door {
    guard let book = desk.book(holding: ticket), let link = book.link(ticket) else {
      throw .unknownLink
    }
    guard !link.isOver(at: book.clock.seconds) else {
      throw .expired(MockClock.timestamp(.seconds(link.expires)))
    }
    return Door(
      destination: link.destination.adding(extra), way: link.kind.way(isInside: isInside),
      ticket: ticket, book: book)
  }
}

extension Link.Kind {
  fileprivate func way(isInside: Bool) -> Opener.Way {
    switch self {
    case .scheme: .scheme
    case .urlLink: isInside ? .inside : .outside
    case .shortLink: .shortLink
    }
  }
}

extension Opener.Way {
  /// Whether the daily limit counts it.
  var isCounted: Bool {
    switch self {
    case .scheme, .plainScheme, .outside, .inside: true
    case .shortLink, .code: false
    }
  }

  func scene(_ gesture: CodeGesture) -> Int {
    switch self {
    case .scheme: 1065
    case .plainScheme: 1286
    case .outside: 1194
    case .inside: 1167
    case .shortLink: 1179
    case .code(.round): 1047 + gesture.step
    case .code(.square): 1011 + gesture.step
    }
  }
}
