/// Why the form of a page was not sent.
enum FormSentences {
  static let all = pages + fields

  private static let pages = [
    SentencePair("the form was not sent", "表单未提交"),
    SentencePair("its page answered {0}", "表单所在页面的响应状态码为 {0}"),
    SentencePair("the page has no form", "页面中没有表单"),
    SentencePair("the page has several, name one: {0}", "页面中有多个表单，请用 `form` 指定其中之一：{0}"),
    SentencePair("the page has no {0}, it has {1}", "页面中没有 `{0}`，现有表单：{1}"),
    SentencePair("{0} is no selector: {1}", "`{0}` 不是有效的选择器：{1}"),
    SentencePair("its action {0} is no address", "表单的 action `{0}` 不是有效的地址"),
    SentencePair("{0} is no absolute address", "`{0}` 不是绝对地址"),
    SentencePair("its page is too large to be read", "表单所在页面过大，无法读取"),
  ]

  private static let fields = [
    SentencePair("it has no field {0}, it has {1}", "表单中没有字段 `{0}`，现有字段：{1}"),
    SentencePair(
      "it has no field {0}, did you mean {1}? It has {2}",
      "表单中没有字段 `{0}`，是否想写 `{1}`？现有字段：{2}"),
    SentencePair(
      "its field {0} has no option {1}, it has {2}", "字段 `{0}` 没有选项 `{1}`，可选值：{2}"),
    SentencePair(
      "its field {0} takes {1} values, not {2}", "字段 `{0}` 可填 {1} 个值，而不是 {2} 个"),
    SentencePair("its field {0} is disabled", "字段 `{0}` 已禁用，浏览器不会提交它"),
    SentencePair(
      "its field {0} wants a file, which `multipart` can send",
      "字段 `{0}` 需要文件，请改用 `multipart` 发送"),
    SentencePair("none", "无"),
  ]
}
