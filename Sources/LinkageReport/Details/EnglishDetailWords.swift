import LinkageCore

struct EnglishDetailWords: DetailWords {
  func text(_ detail: String) -> String { detail }
}
