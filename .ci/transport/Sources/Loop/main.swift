// The loop of requests that loop.c does in plain C, by the transport of the program:
//
//     Loop URL IN-FLIGHT REQUESTS [CA-FILE]
//
// As many tasks as are in flight send their share one after the other, each in a session of its own.
// A tenth as many requests, at least one of each task, go ahead unmeasured. With a CA file the requests
// go by HTTP/2. Prints, with tabs between: processor time a request in µs, requests a second, new
// connections.
import Glibc
import LinkageCore
import LinkageTransport

func fail(_ why: String) -> Never {
  let line = Array("Loop: \(why)\n".utf8)
  _ = write(2, line, line.count)
  exit(1)
}

/// User and system time of the process, in µs.
func processorTime() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
}

func connection(authority: String?) -> Connection {
  guard let authority else { return .standard }
  var settings = Connection.Settings()
  settings.authority = authority
  settings.version = .http2
  settings.connections = 4
  return Connection(settings)
}

/// Sends `count` requests one after the other; gives how many connections they opened.
func share(
  of count: Int, _ request: HTTPRequest, in session: SessionID, by transport: CurlTransport
) async -> Int {
  var connections = 0
  for _ in 0..<count {
    let exchange = await transport.send(request, in: session)
    guard case .success(let answer) = exchange.result else { fail("\(exchange.result)") }
    if answer.status != 200 || answer.headers.isEmpty || answer.body.isEmpty { fail("no answer") }
    if !exchange.phases.reused { connections += 1 }
  }
  return connections
}

/// Sends `requests` by all sessions together; gives how many connections they opened.
func run(
  _ requests: Int, _ request: HTTPRequest, in sessions: [SessionID], by transport: CurlTransport
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    for session in sessions {
      group.addTask(executorPreference: transport.executor) {
        await share(of: requests / sessions.count, request, in: session, by: transport)
      }
    }
    return await group.reduce(0, +)
  }
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, let width = Int(arguments[2]), let requests = Int(arguments[3]),
  width > 0, requests >= width
else { fail("usage: Loop URL IN-FLIGHT REQUESTS [CA-FILE]") }

let request = HTTPRequest(
  method: "GET", url: arguments[1],
  headers: [HeaderField(name: "Accept", value: "application/json")], body: nil,
  timeout: .seconds(30), follow: 0, maximumAnswer: 1 << 20,
  connection: connection(authority: arguments.dropFirst(4).first))
let transport = try CurlTransport()
var sessions: [SessionID] = []
for _ in 0..<width { sessions.append(await transport.openSession()) }

var connections = await run(max(requests / 10, width), request, in: sessions, by: transport)
let start = transport.now()
let before = processorTime()
connections += await run(requests, request, in: sessions, by: transport)
let used = processorTime() - before
let lasted = Double(transport.now().nanoseconds - start.nanoseconds) / 1e9
let sent = requests / width * width
print(used / Double(sent), Int(Double(sent) / lasted), connections, separator: "\t")
