struct EnglishCurlWords: CurlWords {
  func place(_ place: CurlPlace) -> String {
    switch place {
    case .url: "in the address"
    case .header(let name): "the header \(name)"
    case .cookie(let name): "the cookie \(name)"
    case .password(let user): "the password of \(user)"
    case .body(let name?): "`\(name)` in the body"
    case .body(nil): "in the body"
    case .proxy: "the proxy's password"
    case .key: "the password of the key"
    }
  }

  func environment(_ name: String, _ place: String, isFilledIn: Bool) -> String {
    isFilledIn
      ? "\(name): \(place); it is not set here, so it cannot be filled in"
      : "\(name): \(place); the same as for a run"
  }

  func unknown(_ name: String, _ place: String) -> String {
    "\(name): \(place); captured or made up in the run and kept nowhere: set it first"
  }

  func cutBody(_ bytes: Int) -> String {
    "the body has \(bytes) bytes and only its beginning was kept: put all of it into the file `body`"
  }

  func binaryBody(_ bytes: Int) -> String {
    "the body is no text and its \(bytes) bytes were not kept: put them into the file `body`"
  }

  let older = "stored by an older version: cookies, time-outs and redirects are not known"

  func seeOther(_ method: String) -> String {
    "behind a redirect with 303 curl repeats \(method), where the run sent GET"
  }

  let nothingSent = "nothing was sent"

  func read(_ number: Int, of count: Int) -> String { "read \(number) of \(count)" }
  func sentBy(_ step: String) -> String { "sent once, by \(step)" }
}
