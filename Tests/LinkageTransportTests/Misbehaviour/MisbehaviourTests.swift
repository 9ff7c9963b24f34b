import LinkageCore
import LinkageTransport
import Testing

@Suite("Misbehaviour", .timeLimit(.minutes(3)))
struct MisbehaviourTests {
  @Test(
    "what a server does wrong is told as what it is",
    arguments: Misdeed.endings + Misdeed.lengths + Misdeed.heads + Misdeed.packings)
  func misdeeds(misdeed: Misdeed) async throws {
    let server = try misdeed.server()
    defer { server.stop() }
    let transport = try CurlTransport()
    let session = await transport.openSession()
    let timeout: Nanoseconds = misdeed.isEndless ? .seconds(2) : .seconds(30)
    let exchange = await transport.send(
      .make("POST", server.url + "/path", body: "x", timeout: timeout, maximumAnswer: 1000),
      in: session)
    misdeed.judge(exchange)
    #expect(server.requests.count <= 1)
    #expect(await transport.usage().inFlight == 0)
    await transport.shutdown()
  }
}
