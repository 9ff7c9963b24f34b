// Answers one question a line: `{"ask": "quantile", "n": 10, "p": 0.5, "at": 0.975}` in,
// `{"is": 8}` out. Bounds are lists of two whole numbers; the second is `null` where there is none.
import LinkageStatistics
import Values

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

while let line = readLine() {
  let answer =
    (try? Value(json: line)).flatMap { Question($0)?.answer } ?? ["problem": "no question"]
  print(answer.json())
  // The asker waits for the answer before it asks again.
  fflush(nil)
}
