/// How a message opens: the product's fault, or a question that stayed open.
enum Severity {
  case error, undecided

  var role: Style.Role { self == .error ? .failure : .undecided }
}
