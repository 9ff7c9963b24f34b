/// What goes wrong while a journey runs, and in functions that expressions call.
enum RunSentences {
  static let all = journeys + functions

  private static let journeys = [
    SentencePair(
      "{0} was not acknowledged, so there is no change to wait for",
      "`{0}` 没有得到确认，因此没有可等待的变更"),
    SentencePair(
      "step `{0}` was skipped, so nothing of it is known", "步骤 `{0}` 已跳过，没有它的任何结果"),
    SentencePair("the target has no platform {0}", "目标系统没有平台 `{0}`"),
    SentencePair("when: {0} is {1}, not bool", "`when` 的 `{0}` 是 {1}，而不是 bool"),
    SentencePair("{0} is no string", "{0} 不是字符串"),
    SentencePair("{0} is no int", "{0} 不是整数"),
    SentencePair("{0} is no number", "{0} 不是数字"),
    SentencePair("{0} is no bool", "{0} 不是布尔值"),
    SentencePair("{0} is no id", "{0} 不是有效的 id"),
    SentencePair("{0} is no phone", "{0} 不是有效的电话号码"),
    SentencePair("{0} is no money", "{0} 不是有效的金额"),
    SentencePair("{0} is no time", "{0} 不是有效的时间"),
    SentencePair("{0} is no list", "{0} 不是列表"),
    SentencePair("{0} is no map", "{0} 不是映射"),
    SentencePair("{0} is no secret", "{0} 不是有效的密钥"),
    SentencePair("nested too deeply", "嵌套过深"),
    SentencePair("more than 4 MiB of text", "文本超过 4 MiB"),
    SentencePair("keys made of aliases, in a file of many", "别名很多的文件中，不能用别名作键"),
    SentencePair(
      "more than a million values, counting what aliases repeat",
      "超过一百万个值（别名重复的内容计算在内）"),
    SentencePair("`${` has no closing `}`", "`${` 没有对应的 `}`"),
  ]

  private static let functions = [
    SentencePair("no match of {0}", "没有与 `{0}` 匹配的内容"),
    SentencePair("takes a string or bytes, not {0}", "需要 string 或 bytes，而不是 {0}"),
    SentencePair("takes a string and a pattern", "需要一个字符串和一个正则表达式"),
    SentencePair("{0} is no amount of money", "{0} 不是金额"),
    SentencePair("takes an int, not {0}", "需要 int，而不是 {0}"),
    SentencePair("takes a text and an expression, not {0}", "需要一段文本和一个表达式，而不是 {0}"),
  ]
}
