import CEL
import LinkageCore

/// The names that operations' expressions mention, but for those that each call has of its own and
/// those that are the same in the whole run.
struct MentionedNames {
  private(set) var all: Set<String> = []

  private static let own: Set = ["with", "session", "base", "http", "env", "secret", "run"]

  init(of operations: [Operation], on platforms: [Target.Platform]) {
    let requests = operations.flatMap(\.requests)
    for request in requests { add(request) }
    for platform in platforms where requests.contains(where: { $0.platform == platform.name }) {
      add(platform.sessionHeaders)
    }
    all.subtract(Self.own)
  }

  private mutating func add(_ request: RequestTemplate) {
    add(request.path)
    add(request.query)
    add(request.headers)
    add(request.body)
    if let basic = request.basic {
      add(basic.user)
      add(basic.password)
    }
    if let ok = request.ok { add(ok) }
    for named in request.lets + request.errors + request.out + request.session {
      add(named.located)
    }
  }

  private mutating func add(_ body: RequestTemplate.Body) {
    switch body {
    case .none: break
    case .json(let template), .text(let template): add(template)
    case .form(let entries): add(entries)
    case .submission(let submission): add(submission.fields)
    case .multipart(let parts):
      for part in parts {
        if case .text(let template) = part.content { add(template) }
        if let name = part.fileName { add(name) }
      }
    }
  }

  private mutating func add(_ entries: [Template.Entry]) {
    for entry in entries { add(entry.value) }
  }

  private mutating func add(_ template: Template) {
    switch template {
    case .constant: break
    case .value(let located): add(located)
    case .list(let items): for item in items { add(item) }
    case .map(let entries): add(entries)
    case .text(let pieces):
      for case .value(let located) in pieces { add(located) }
    }
  }

  private mutating func add(_ located: Located) {
    for reference in located.expression.references { all.insert(reference.path[0]) }
  }
}
