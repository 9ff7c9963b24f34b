/// What libyaml says of files that are no YAML.
enum YAMLSentences {
  static let all = contexts + structure + tokens + characters

  /// What it was reading; stands before the problem.
  private static let contexts = [
    SentencePair("while parsing a block collection", "解析列表时"),
    SentencePair("while parsing a block mapping", "解析映射时"),
    SentencePair("while parsing a block node", "解析节点时"),
    SentencePair("while parsing a flow mapping", "解析 `{ }` 时"),
    SentencePair("while parsing a flow sequence", "解析 `[ ]` 时"),
    SentencePair("while parsing a flow node", "解析节点时"),
    SentencePair("while parsing a node", "解析节点时"),
    SentencePair("while parsing a quoted scalar", "解析引号中的文本时"),
    SentencePair("while parsing a tag", "解析标签时"),
    SentencePair("while parsing a tag directive", "解析标签指令时"),
    SentencePair("while parsing", "解析时"),
    SentencePair("while scanning a block scalar", "读取 `|` 或 `>` 文本块时"),
    SentencePair("while scanning a directive", "读取 `%` 指令时"),
    SentencePair("while scanning a plain scalar", "读取未加引号的文本时"),
    SentencePair("while scanning a quoted scalar", "读取引号中的文本时"),
    SentencePair("while scanning a simple key", "读取键时"),
    SentencePair("while scanning a tag directive", "读取标签指令时"),
    SentencePair("while scanning a tag", "读取标签时"),
    SentencePair("while scanning an alias", "读取别名 `*` 时"),
    SentencePair("while scanning an anchor", "读取锚点 `&` 时"),
    SentencePair("while scanning for the next token", "读取下一处内容时"),
    SentencePair("while parsing a %TAG directive", "解析 `%TAG` 指令时"),
    SentencePair("while scanning a %YAML directive", "读取 `%YAML` 指令时"),
  ]

  private static let structure = [
    SentencePair("block sequence entries are not allowed in this context", "此处不能出现以 `-` 开头的列表项"),
    SentencePair("mapping keys are not allowed in this context", "此处不能出现键"),
    SentencePair("mapping values are not allowed in this context", "此处不能出现“键: 值”"),
    SentencePair("could not find expected ':'", "缺少 `:`"),
    SentencePair("did not find expected ',' or ']'", "缺少 `,` 或 `]`"),
    SentencePair("did not find expected ',' or '}'", "缺少 `,` 或 `}`"),
    SentencePair("did not find expected '-' indicator", "缺少列表项开头的 `-`"),
    SentencePair("did not find expected <document start>", "此处应为文档的开头"),
    SentencePair("did not find expected <stream-start>", "此处应为文件的开头"),
    SentencePair("did not find expected key", "此处应为一个键"),
    SentencePair("did not find expected node content", "此处应为一个值"),
    SentencePair("found duplicate %YAML directive", "`%YAML` 指令重复"),
    SentencePair("found duplicate %TAG directive", "`%TAG` 指令重复"),
    SentencePair("found incompatible YAML document", "该 YAML 版本不受支持"),
    SentencePair("found undefined tag handle", "标签前缀没有定义"),
    SentencePair("found undefined alias", "别名没有对应的锚点"),
    SentencePair("found duplicate anchor", "锚点重复"),
    SentencePair("second occurrence", "第二处"),
    SentencePair("first occurrence", "第一处"),
    SentencePair("expected a single document in the stream", "文件中只能有一个文档"),
    SentencePair("but found another document", "却出现了另一个文档"),
    SentencePair(
      "Maximum nesting level reached, set with yaml_set_max_nest_level())", "嵌套过深"),
  ]

  private static let tokens = [
    SentencePair("could not find expected directive name", "缺少指令的名称"),
    SentencePair("did not find URI escaped octet", "缺少 `%` 转义的字节"),
    SentencePair("did not find expected '!'", "缺少 `!`"),
    SentencePair("did not find the expected '>'", "缺少 `>`"),
    SentencePair(
      "did not find expected alphabetic or numeric character", "缺少名称：此处应为字母或数字"),
    SentencePair("did not find expected comment or line break", "此处应为注释或换行"),
    SentencePair("did not find expected digit or '.' character", "此处应为数字或 `.`"),
    SentencePair("did not find expected hexdecimal number", "此处应为十六进制数字"),
    SentencePair("did not find expected tag URI", "缺少标签的 URI"),
    SentencePair("did not find expected version number", "缺少版本号"),
    SentencePair("did not find expected whitespace or line break", "此处应为空格或换行"),
    SentencePair("did not find expected whitespace", "此处应为空格"),
    SentencePair("found a tab character that violates indentation", "缩进中使用了制表符"),
    SentencePair(
      "found a tab character where an indentation space is expected", "缩进应使用空格，这里却是制表符"),
    SentencePair("found an indentation indicator equal to 0", "缩进量不能是 0"),
    SentencePair("found character that cannot start any token", "此处不能以这个字符开头"),
    SentencePair("found extremely long version number", "版本号过长"),
    SentencePair("found unexpected ':'", "此处不应出现 `:`"),
    SentencePair("found unexpected document indicator", "此处不应出现文档分隔符"),
    SentencePair("found unexpected end of stream", "文件在此处意外结束"),
    SentencePair("found unexpected non-alphabetical character", "此处不应出现这个字符"),
    SentencePair("found unknown directive name", "未知的指令"),
    SentencePair("found unknown escape character", "未知的转义字符"),
    SentencePair("found invalid Unicode character escape code", "该转义序列不对应任何 Unicode 字符"),
  ]

  private static let characters = [
    SentencePair("found an incorrect leading UTF-8 octet", "不是有效的 UTF-8"),
    SentencePair("found an incorrect trailing UTF-8 octet", "不是有效的 UTF-8"),
    SentencePair("control characters are not allowed", "不能包含控制字符"),
    SentencePair("control character", "控制字符"),
    SentencePair("expected low surrogate area", "不是有效的 UTF-16"),
    SentencePair("unexpected low surrogate area", "不是有效的 UTF-16"),
    SentencePair("incomplete UTF-16 character", "UTF-16 字符不完整"),
    SentencePair("incomplete UTF-16 surrogate pair", "UTF-16 字符不完整"),
    SentencePair("incomplete UTF-8 octet sequence", "UTF-8 字符不完整"),
    SentencePair("input error", "读取出错"),
    SentencePair("input is too long", "内容过长"),
    SentencePair("invalid Unicode character", "不是有效的 Unicode 字符"),
    SentencePair("invalid leading UTF-8 octet", "不是有效的 UTF-8"),
    SentencePair("invalid length of a UTF-8 sequence", "不是有效的 UTF-8"),
    SentencePair("invalid trailing UTF-8 octet", "不是有效的 UTF-8"),
  ]
}
