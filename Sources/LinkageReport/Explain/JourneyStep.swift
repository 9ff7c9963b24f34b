/// One step as it is told.
struct JourneyStep {
  var title: String
  var sentences: [String]
  /// The steps inside it.
  var children: [JourneyStep]
}
