import MockKit
import Testing

@Suite struct TraceparentTests {
  @Test("a valid one is kept")
  func keeps() {
    let text = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    #expect(Traceparent(text).text == text)
  }

  @Test(
    "an invalid one is replaced by a new trace",
    arguments: [
      nil, "", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
      "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
      "00-00000000000000000000000000000000-b7ad6b7169203331-01",
      "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    ])
  func replaces(text: String?) {
    let made = Traceparent(text).text
    #expect(made != text && Traceparent(made).text == made)
  }
}
