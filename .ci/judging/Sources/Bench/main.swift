import Foundation
import LinkageCheck
import LinkageCore

/// The most memory that this process has held so far, and what it holds now, in kB.
func memory(_ name: String) -> Int {
  guard let file = fopen("/proc/self/status", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, 256, file) != nil {
    let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == "\t" || $0 == " " }
    if words.first == Substring(name + ":"), words.count > 1 { return Int(words[1]) ?? 0 }
  }
  return 0
}

/// `Bench OPERATIONS [CHECKER]`: how long judging takes, and how much more it holds than the history.
let words = CommandLine.arguments
let operations = words.count > 1 ? Int(words[1]) ?? 100_000 : 100_000
let empty = memory("VmRSS")
let history = Shop.history(operations: operations)
let held = memory("VmRSS") - empty
let checkers = words.count > 2 ? Checkers.all.filter { $0.name == words[2] } : Checkers.all
/// Of this process alone: what others do on the machine does not count.
func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
let start = processorTime()
let time = ContinuousClock()
let began = time.now
let verdict = Judge.verdict(of: history, checkers: checkers)
let seconds = (time.now - began) / .seconds(1)
let busy = processorTime() - start
let peak = memory("VmHWM") - empty
let observed = verdict.checks.map { "\($0.checker) \($0.observed)/\($0.violations.count)" }
print(
  "\(operations)\t\(seconds)\t\(held)\t\(peak)\t\(verdict.judgement)\t\(busy)\t"
    + observed.joined(separator: " "))
