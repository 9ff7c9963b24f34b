import LinkageCore
import LinkageFunctions

/// A form filled on a page of `https://shop.example/accounts/register/?next=1`.
func fill(
  _ html: String, _ fields: KeyValuePairs<String, String> = [:], selector: String? = nil,
  page: String = "https://shop.example/accounts/register/?next=1"
) throws(FormProblem) -> WebForm {
  try FormReader.form(
    FormRequest(
      html: html, page: page, selector: selector,
      fields: fields.map { .init(name: $0.key, values: [$0.value]) }))
}

func fill(
  _ html: String, name: String, values: [String]
) throws(FormProblem) -> WebForm {
  try FormReader.form(
    FormRequest(
      html: html, page: "http://a/", selector: nil,
      fields: [FormRequest.Field(name: name, values: values)]))
}

extension WebForm {
  /// `name=value`, one for each field.
  var lines: [String] { fields.map { "\($0.name)=\($0.value)" } }
}
