import LinkageCore
import Values

/// From the page of a submission to the request that sends its form, as a browser makes it.
struct FormFilling {
  var submission: RequestTemplate.Submission
  var builder: RequestBuilder
  var forms: RunOptions.Forms

  struct Filled {
    var request: HTTPRequest
    /// The values of fields with names such as `password`.
    var secrets: [String]
  }

  /// Why the form was not sent: the operation was not done.
  struct Problem: Error {
    var outcome: Outcome
  }

  func request(after page: HTTPExchange) async throws(FillFailure) -> Result<Filled, Problem> {
    let answer: HTTPAnswer
    switch page.result {
    case .failure(let failure): return .failure(Problem(outcome: .unreachable(failure)))
    case .success(let got): answer = got
    }
    guard (200..<300).contains(answer.status) else {
      return .failure(notSent(answer, "its page answered \(answer.status)"))
    }
    let asked = FormRequest(
      html: String(decoding: answer.body, as: UTF8.self), page: answer.url,
      selector: submission.form, fields: try fields())
    switch await read(asked) {
    case .success(let form): return .success(try filled(form, page: answer.url))
    case .failure(let problem):
      return .failure(notSent(answer, FormProblemWords.text(problem)))
    }
  }

  private func notSent(_ page: HTTPAnswer, _ why: String) -> Problem {
    Problem(
      outcome: .unexpected(status: page.status, detail: "the form was not sent: \(why)"))
  }

  /// A page may be long: it is not read where the sockets are served.
  private func read(_ request: FormRequest) async -> Result<WebForm, FormProblem> {
    await withTaskExecutorPreference(globalConcurrentExecutor) { await forms(request) }
  }

  /// A list fills several controls of one name.
  private func fields() throws(FillFailure) -> [FormRequest.Field] {
    try builder.filler.map(submission.fields).map { name, value in
      FormRequest.Field(
        name: Filler.plain(name), values: (value.listValue ?? [value]).map(Filler.plain))
    }
  }

  private func filled(_ form: WebForm, page: String) throws(FillFailure) -> Filled {
    let isGet = form.method == .get
    let query = form.fields.isEmpty ? "" : "?" + form.urlEncoded
    let body = isGet ? nil : FormBody(form: form, boundaries: builder.boundaries)
    let here = WebOrigin(of: page)
    let there = WebOrigin(of: form.action)
    let isOwn = there == WebOrigin(of: builder.platform.base)
    var headers = try builder.headers(
      type: body?.type, isSessionSent: isOwn, isBasicSent: isOwn)
    if !isGet, let here { headers.append(HeaderField(name: "Origin", value: here.text)) }
    if let referer = here?.referer(from: page, to: there) {
      headers.append(HeaderField(name: "Referer", value: referer))
    }
    return Filled(
      request: builder.request(
        form.method.rawValue, isGet ? form.action + query : form.action, headers: headers,
        body: body?.bytes),
      secrets: form.fields.filter { SecretNames.isKept($0.name) }.map(\.value))
  }
}

/// The body in which a form travels, and its media type.
private struct FormBody {
  var bytes: [UInt8]
  var type: String

  init(form: WebForm, boundaries: Boundaries) {
    switch form.encoding {
    case .urlencoded:
      bytes = Array(form.urlEncoded.utf8)
      type = form.encoding.rawValue
    case .text:
      bytes = Array(form.plainText.utf8)
      type = form.encoding.rawValue
    case .multipart:
      let body = MultipartBody(form)
      let boundary = boundaries.next(notIn: body.contents)
      bytes = body.bytes(boundary: boundary)
      type = MultipartBody.type(boundary: boundary)
    }
  }
}
