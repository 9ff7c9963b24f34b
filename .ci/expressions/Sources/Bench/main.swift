// Measures what the README promises of expressions and JSON: each line has a name, the median of the
// rounds, the worst of them and the unit, with tabs between. Processor time counts, as nothing here
// waits and the machine may be busy with other things.
import CEL
import Values

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

let rounds = 21

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// What one run of the body takes, in nanoseconds.
func nanoseconds(times: Int, _ body: () throws -> Void) rethrows -> Double {
  let start = processorTime()
  for _ in 0..<times { try body() }
  return (processorTime() - start) / Double(times)
}

func tell(_ name: String, _ unit: String, _ figures: [Double], isBestHigh: Bool) {
  let sorted = figures.sorted()
  let worst = isBestHigh ? sorted[0] : sorted[sorted.count - 1]
  print(name, rounded(sorted[sorted.count / 2]), rounded(worst), unit, separator: "\t")
}

func rounded(_ figure: Double) -> String { "\((figure * 100).rounded() / 100)" }

func measureTime(_ name: String, times: Int, _ body: () throws -> Void) rethrows {
  _ = try nanoseconds(times: times, body)
  let figures = try (0..<rounds).map { _ in try nanoseconds(times: times, body) / 1000 }
  tell(name, "µs", figures, isBestHigh: false)
}

func measureRate(_ name: String, bytes: Int, _ body: () throws -> Void) rethrows {
  _ = try nanoseconds(times: 1, body)
  let figures = try (0..<rounds).map { _ in
    Double(bytes) * 1000 / (try nanoseconds(times: 1, body))
  }
  tell(name, "MB/s", figures, isBestHigh: true)
}

/// A list of orders as a back end sends it, of about that many bytes.
func orders(bytes: Int) -> String {
  let order =
    #"{"orderId":"W1234567890123456789","memberId":"9876543210987654321","status":"paid","#
    + #""version":3,"amount":"31.96","items":[{"sku":"A-1","name":"绿茶 tea","quantity":2,"#
    + #""price":15.98}],"createdAt":"2026-01-02T03:04:05.678Z","ok":true,"none":null}"#
  let count = bytes / order.utf8.count
  return "[" + Array(repeating: order, count: count).joined(separator: ",\n ") + "]"
}

let scope = Scope(variables: [
  "out": ["memberId": "1234567890123456789", "points": 100, "level": "gold"],
  "register": [
    "out": ["memberId": "1234567890123456789"], "with": ["phone": "13800000000"],
    "outcome": "ok", "http": ["status": 200],
  ],
  "before": ["out": ["points": 50]], "earn": ["with": ["amount": 50]],
])

func evaluate(_ source: String, _ times: Int) throws {
  let expression = try Expression(source)
  let value = try expression.evaluate(in: scope)
  precondition(value == true, "\(source) is not true")
  try measureTime("evaluate `\(source)`", times: times) {
    _ = try expression.evaluate(in: scope)
  }
}

try evaluate("out.memberId == register.out.memberId", 20_000)
try evaluate("out.points == before.out.points + earn.with.amount && out.level in ['gold']", 5000)
try measureTime("parse `out.memberId == register.out.memberId`", times: 2000) {
  _ = try Expression("out.memberId == register.out.memberId")
}
for megabytes in [1, 5] {
  let document = Array(orders(bytes: megabytes * 1_000_000).utf8)
  let value = try Value(jsonBytes: document)
  try measureRate("read \(megabytes) MB of JSON", bytes: document.count) {
    _ = try Value(jsonBytes: document)
  }
  measureRate("write \(megabytes) MB of JSON", bytes: document.count) { _ = value.json() }
}
