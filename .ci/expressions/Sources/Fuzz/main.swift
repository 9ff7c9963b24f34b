// Gives random and damaged inputs to the parsers and tells how long the slowest took:
// `Fuzz [COUNT] [SEED] [TARGET]`. An input that breaks a promise ends the process; its number and the
// seed lead to it again.
import CEL
import Foundation
import Values

func fuzz(_ target: Target, count: Int, seed: UInt64) {
  let corpus = target.corpus
  let clock = ContinuousClock()
  let start = clock.now
  var valid = 0
  var slowest = (time: Duration.zero, number: 0, input: "")
  for number in 0..<count {
    var generator = SeededGenerator(seed: seed &+ UInt64(number))
    let input = corpus.input(&generator)
    let began = clock.now
    if target.run(input, &generator) { valid += 1 }
    let time = clock.now - began
    if time > slowest.time { slowest = (time, number, String(decoding: input, as: UTF8.self)) }
    if number % 100_000 == 99_999 {
      FileHandle.standardError.write(Data("\(target) \(number + 1)\n".utf8))
    }
  }
  print("\(target): \(count) inputs, \(valid) valid, in \(clock.now - start), seed \(seed)")
  print(
    "  slowest \(slowest.time), number \(slowest.number): \(slowest.input.prefix(200).debugDescription)"
  )
}

/// On a thread with the small stack that threads other than the main one often have.
func onSmallStack(_ body: @escaping @Sendable () -> Void) {
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    body()
    done.signal()
  }
  thread.stackSize = 512 * 1024
  thread.start()
  done.wait()
}

let arguments = CommandLine.arguments
let count = arguments.count > 1 ? Int(arguments[1]) ?? 10_000 : 10_000
let seed = arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : 1
let targets =
  arguments.count > 3 ? Target(rawValue: arguments[3]).map { [$0] } ?? [] : Target.allCases
for target in targets {
  onSmallStack { fuzz(target, count: count, seed: seed) }
}
