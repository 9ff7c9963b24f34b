/// What is wrong with HTML, XML or an XPath expression.
enum MarkupSentences {
  static let all = texts + expressions

  private static let texts = [
    SentencePair("the text is larger than {0} MiB", "文本超过 {0} MiB"),
    SentencePair(
      "the text has more than {0} elements and pieces of text", "文本中的元素和文本片段超过 {0} 个"),
    SentencePair(
      "the XML declares entities or the like of its own, which are not followed",
      "该 XML 自行声明了实体等内容，出于安全不予展开"),
    SentencePair("an element has more than {0} attributes", "某个元素的属性超过 {0} 个"),
    SentencePair("the XML is not well-formed, line {0}: {1}", "XML 格式不正确，第 {0} 行：`{1}`"),
    SentencePair("there is not enough memory for the text", "内存不足，无法读取该文本"),
  ]

  private static let expressions = [
    SentencePair("the XPath expression is longer than {0} bytes", "XPath 表达式超过 {0} 字节"),
    SentencePair(
      "the XPath expression is nested deeper than {0} parentheses", "XPath 表达式的括号嵌套超过 {0} 层"),
    SentencePair("{0} in XPath `{1}`, at character {2}", "XPath `{1}` 的第 {2} 个字符处：{0}"),
    SentencePair("{0} in XPath `{1}`", "XPath `{1}`：{0}"),
    SentencePair(
      "XPath `{0}` takes too many steps on this text; say more exactly where to look",
      "XPath `{0}` 在该文本上所需的步骤过多，请更准确地指明位置"),
    SentencePair(
      "XPath `{0}` gives too much; say more exactly what to take",
      "XPath `{0}` 的结果过多，请更准确地指明要取的内容"),
    SentencePair("invalid expression", "表达式不正确"),
    SentencePair("a quoted string does not end", "字符串缺少结尾的引号"),
    SentencePair("a condition in [ ] is wrong or does not end", "`[ ]` 中的条件不正确或没有结束"),
    SentencePair("XPath 1.0 has no such function", "XPath 1.0 中没有这个函数"),
    SentencePair(
      "a prefix that the root does not declare (local-name() needs none)",
      "根元素没有声明该前缀（`local-name()` 不需要前缀）"),
    SentencePair("a variable, and there are none", "使用了变量，而这里没有变量"),
    SentencePair("a function has too few or too many arguments", "函数的参数过少或过多"),
    SentencePair("nodes are needed and something else is given", "此处需要节点，给出的却不是"),
    SentencePair("a number is wrong", "数字不正确"),
  ]
}
