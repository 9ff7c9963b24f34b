import LinkageCore

/// The words of listings in one language.
protocol ListingWords: Sendable {
  func column(_ column: ListingColumn) -> String
  func lacks(_ operations: [String]) -> String
  func denied(_ operations: [String]) -> String
  func counts(scenarios: Int, skipped: Int, target: String) -> String
}

/// The columns of the table, in their order.
enum ListingColumn: CaseIterable {
  case id, priority, tags, platforms, links, title
}

struct EnglishListingWords: ListingWords {
  func column(_ column: ListingColumn) -> String {
    switch column {
    case .id: "scenario"
    case .priority: "priority"
    case .tags: "tags"
    case .platforms: "platforms"
    case .links: "links"
    case .title: "title"
    }
  }

  func lacks(_ operations: [String]) -> String {
    "skipped: the target lacks \(operations.joined(separator: ", "))"
  }

  func denied(_ operations: [String]) -> String {
    "skipped: the target denies writing, and \(operations.joined(separator: ", ")) writes"
  }

  func counts(scenarios: Int, skipped: Int, target: String) -> String {
    let all = scenarios == 1 ? "1 scenario" : "\(scenarios) scenarios"
    return skipped == 0
      ? "\(all); the target \(target) covers \(scenarios == 1 ? "it" : "them all")"
      : "\(all); the target \(target) covers \(scenarios - skipped), \(skipped) will be skipped"
  }
}

struct ChineseListingWords: ListingWords {
  func column(_ column: ListingColumn) -> String {
    switch column {
    case .id: "场景"
    case .priority: "优先级"
    case .tags: "标签"
    case .platforms: "平台"
    case .links: "链路"
    case .title: "标题"
    }
  }

  func lacks(_ operations: [String]) -> String {
    "跳过：目标没有 \(operations.joined(separator: "、"))"
  }

  func denied(_ operations: [String]) -> String {
    "跳过：目标禁止写入，而 \(operations.joined(separator: "、")) 是写操作"
  }

  func counts(scenarios: Int, skipped: Int, target: String) -> String {
    skipped == 0
      ? "共 \(scenarios) 个场景，目标 \(target) 全部可以运行"
      : "共 \(scenarios) 个场景，目标 \(target) 可以运行 \(scenarios - skipped) 个，跳过 \(skipped) 个"
  }
}

extension Language {
  var listingWords: any ListingWords {
    self == .chinese ? ChineseListingWords() : EnglishListingWords()
  }
}
