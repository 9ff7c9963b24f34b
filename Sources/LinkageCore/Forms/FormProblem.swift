/// Why a form cannot be filled and sent.
///
/// Lists of what there is hold at most 20 entries. Forms are given by selectors that choose them.
public enum FormProblem: Error, Sendable, Hashable {
  /// The page has no form at all.
  case noForm
  case severalForms(known: [String])
  case noSuchForm(selector: String, known: [String])
  /// A selector that is none, or an XPath expression that is wrong, with its words in English.
  case badSelector(selector: String, detail: String)
  case unknownField(name: String, nearest: String?, known: [String])
  /// A select, a radio button, a checkbox or a button without this value.
  case unknownOption(field: String, value: String, known: [String])
  case tooManyValues(field: String, given: Int, possible: Int)
  /// A browser sends nothing of a control that is disabled.
  case disabledField(name: String)
  /// A file input, which cannot be filled.
  case fileField(name: String)
  /// An action that is no address of the web, such as `javascript:…`, or `method=dialog`.
  case unusableAction(action: String)
  /// The page's own URL is not absolute.
  case badPage(url: String)
  /// A page beyond the limits of reading.
  case tooLarge
}
