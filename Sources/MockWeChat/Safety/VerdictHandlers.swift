import MockKit

/// `GET /_control/verdicts`: what contents are to be thought of, the newest first.
struct VerdictsHandler: Handler {
  let verdicts: VerdictBook

  func answer(_ call: Call) async throws -> Reply {
    try .json(["items": verdicts.verdicts])
  }
}

/// `POST /_control/verdicts` `{contains, suggest, label?}`.
struct AddVerdictHandler: Handler {
  private struct Body: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case contains, suggest, label
    }

    let contains: String
    let suggest: Verdict.Suggestion
    let label: Int?
  }

  let verdicts: VerdictBook

  func answer(_ call: Call) async throws -> Reply {
    let body = try call.control(Body.self, Body.CodingKeys.self)
    guard !body.contains.isEmpty else {
      throw InvalidRequest(field: "contains", reason: .outside("a text"))
    }
    let label = body.label ?? (body.suggest == .pass ? 100 : 21000)
    guard Verdict.labels.contains(label) else {
      let known = Verdict.labels.sorted().map(String.init).joined(separator: ", ")
      throw InvalidRequest(field: "label", reason: .outside("one of \(known)"))
    }
    verdicts.add(Verdict(contains: body.contains, suggest: body.suggest, label: label))
    return .empty()
  }
}

/// `DELETE /_control/verdicts`: everything passes again.
struct ForgetVerdictsHandler: Handler {
  let verdicts: VerdictBook

  func answer(_ call: Call) async throws -> Reply {
    verdicts.clear()
    return .empty()
  }
}
