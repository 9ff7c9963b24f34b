import LinkageCore

/// What a file says under one key of a platform.
struct Setting<Value> {
  /// `nil` where it could not be read, or needs a variable that is not set.
  var value: Value?
  var place: Place
  /// The variables that it needs and that are not set.
  var missing = ProblemList()
}
