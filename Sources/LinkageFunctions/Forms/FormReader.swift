package import LinkageCore

/// Finds a form in a page and fills it as a browser does.
///
/// What is sent follows the HTML standard's "constructing the entry list": hidden inputs and
/// tokens are in it, disabled controls are not, boxes only when checked, and the first submit
/// button as if Enter had been pressed, or the button whose name and value are given. Values of
/// hidden and read-only inputs may be given too. Text is always UTF-8.
package enum FormReader {
  /// How many entries a problem lists.
  static let listed = 20

  /// Pure: the same request gives the same form. The time is in proportion to the page's length:
  /// not for a thread that serves sockets.
  package static func form(_ request: FormRequest) throws(FormProblem) -> WebForm {
    guard let address = WebAddress(request.page) else { throw .badPage(url: request.page) }
    let page = FormPage(try tree(of: request.html))
    let form = try FormChoice(page: page, request: request).form()
    var filling = FormFilling(page.controls(of: form))
    for field in request.fields { try filling.fill(field) }
    return try submission(of: form, page, address, filling)
  }

  private static func tree(of html: String) throws(FormProblem) -> MarkupTree {
    do throws(MarkupProblem) {
      return try HtmlTreeBuilder.tree(of: html)
    } catch {
      throw .tooLarge
    }
  }

  private static func submission(
    of form: Int, _ page: FormPage, _ address: WebAddress, _ filling: FormFilling
  ) throws(FormProblem) -> WebForm {
    let button = filling.submitter.map { filling.controls[$0].tag }
    func attribute(_ name: String) -> String? {
      button?["form" + name] ?? page.tree.attribute(name, of: form)
    }
    let method = attribute("method")?.asciiLowercased
    guard method != "dialog" else { throw .unusableAction(action: "dialog") }
    var target = try action(attribute("action") ?? "", page, address)
    if method != "post" { target.query = nil }
    return WebForm(
      action: target.text, method: method == "post" ? .post : .get,
      encoding: attribute("enctype").flatMap { .init(rawValue: $0.asciiLowercased) } ?? .urlencoded,
      fields: EntryList.fields(of: filling.controls, submitter: filling.submitter))
  }

  /// An empty action is the page itself, whatever its base is.
  private static func action(
    _ action: String, _ page: FormPage, _ address: WebAddress
  ) throws(FormProblem) -> WebAddress {
    guard !action.htmlTrimmed.isEmpty else { return address }
    let base = page.base.flatMap { address.resolving($0) } ?? address
    guard let target = base.resolving(action) else { throw .unusableAction(action: action) }
    return target
  }
}
