import LinkageCore

/// Which of a page's forms is meant.
struct FormChoice {
  var page: FormPage
  var request: FormRequest

  func form() throws(FormProblem) -> Int {
    guard !page.forms.isEmpty else { throw .noForm }
    guard let selector = request.selector else { return try only(of: page.forms) }
    let matching = try matching(selector)
    guard !matching.isEmpty else { throw .noSuchForm(selector: selector, known: known(page.forms)) }
    return try only(of: matching)
  }

  /// The only one, else the only one that has all given fields.
  private func only(of forms: [Int]) throws(FormProblem) -> Int {
    if forms.count == 1 { return forms[0] }
    let names = Set(request.fields.map(\.name))
    let fitting = forms.filter { names.isSubset(of: page.controls(of: $0).map(\.name)) }
    guard fitting.count == 1, !names.isEmpty else { throw .severalForms(known: known(forms)) }
    return fitting[0]
  }

  private func matching(_ selector: String) throws(FormProblem) -> [Int] {
    let text = selector.htmlTrimmed
    if text.hasPrefix("/") || text.hasPrefix("(") { return try matching(xpath: text) }
    guard let css = FormSelector(text) else {
      throw .badSelector(selector: selector, detail: "")
    }
    return page.forms.filter { page.tree.tag($0).map(css.matches) ?? false }
  }

  private func matching(xpath expression: String) throws(FormProblem) -> [Int] {
    do throws(MarkupProblem) {
      let places = try XPathQuery(expression).elements(in: page.tree)
      return page.forms.filter(Set(places).contains)
    } catch {
      throw .badSelector(selector: expression, detail: error.sentence(about: expression))
    }
  }

  private func known(_ forms: [Int]) -> [String] {
    let chosen = Set(forms)
    return zip(page.forms, page.selectors).filter { chosen.contains($0.0) }.map(\.1)
      .prefix(FormReader.listed).map { $0 }
  }
}
