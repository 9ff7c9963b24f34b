/// A form to fill in, and what may be drawn for it.
struct Survey: Sendable, Equatable, Codable {
  struct Question: Sendable, Equatable, Codable {
    let question: String
    let title: String
    let titleEn: String
    /// One of these; without them any text.
    let options: [String]?
  }

  struct Prize: Sendable, Equatable, Codable {
    struct Voucher: Sendable, Equatable, Codable {
      let discount: Money
      let minimum: Money
      let days: Int
    }

    let prize: String
    let name: String
    let nameEn: String
    /// Its share of the lots, against the weights of all.
    let weight: Int
    let points: Int?
    let coupon: Voucher?
  }

  let survey: String
  let title: String
  let titleEn: String
  let questions: [Question]
  let prizes: [Prize]

  /// What a lot falls on.
  ///
  /// - Parameter lot: 0 ..< 1.
  func prize(at lot: Double) -> Prize? {
    var left = lot * Double(prizes.reduce(0) { $0 + $1.weight })
    for prize in prizes {
      left -= Double(prize.weight)
      if left < 0 { return prize }
    }
    return prizes.last
  }

  func check(_ answers: [String: String]) throws(InvalidRequest) {
    let names = questions.map(\.question)
    if let stranger = answers.keys.sorted().first(where: { !names.contains($0) }) {
      throw InvalidRequest(
        field: "answers.\(stranger)", reason: .outside("one of \(names.joined(separator: ", "))"))
    }
    for question in questions { try question.check(answers[question.question]) }
  }
}

extension Survey.Question {
  fileprivate func check(_ answer: String?) throws(InvalidRequest) {
    let field = "answers.\(question)"
    guard let answer else { throw InvalidRequest(field: field, reason: .missing) }
    guard (1...500).contains(answer.count) else {
      throw InvalidRequest(field: field, reason: .outside("1 to 500 characters"))
    }
    guard options?.contains(answer) ?? true else {
      throw InvalidRequest(
        field: field, reason: .outside("one of \(options?.joined(separator: ", ") ?? "")"))
    }
  }
}
