import LinkageCore

struct EnglishComplaintWords: ComplaintWords {
  func headline(_ complaint: Complaint) -> String {
    switch complaint {
    case .targetUnreachable(let platform, let url, let failure, _):
      "`\(platform)` cannot be reached at \(url): \(EnglishOutcomeWords().failure(failure))"
    case .accountRefused(let name, let detail):
      "the target refuses its own account `\(name)`: \(detail)"
    case .portInUse(let server, let port, let owner?):
      "port \(port) for `\(server)` is in use by \(owner)"
    case .portInUse(let server, let port, nil): "port \(port) for `\(server)` is in use"
    case .mockNotStarted(let server, let reason): "the mock `\(server)` did not start: \(reason)"
    case .reportNotWritten(let path, let reason): "cannot write the report `\(path)`: \(reason)"
    case .storeProblem(let detail): "the store of runs cannot be used: \(detail)"
    case .storeDamaged(let path, let reason):
      "`\(path)` is no store of runs, or a damaged one: \(reason)"
    case .storeTooNew(let path): "`\(path)` was made by a newer version of linkage"
    case .noSuchRun(let name, _, _): "there is no run `\(name)`"
    case .ambiguousRun(let name, _): "more than one run begins with `\(name)`"
    case .noSuchCase(let name, _, _): "the run has no scenario `\(name)`"
    case .noSuchStep(let name, _, _): "the run has no step `\(name)`"
    case .noSuchRead(let step, _, 0):
      "`\(step)` was not read repeatedly, so it has no numbered reads"
    case .noSuchRead(let step, let read, let reads):
      "`\(step)` has no read \(read): it was read \(reads) times"
    case .mutantsNeedMocks(let platforms, let target):
      "`\(target)` speaks to \(platforms.joined(separator: ", ")), which the bundled mocks are not"
    case .faultsNeedMocks(let option, let target):
      "`\(option)` works on the bundled mocks, and this run speaks to `\(target)`"
    case .nothingSelected: "no scenario was selected, so nothing was run"
    case .noScenario(let kinds):
      "there is no scenario among these files, only: \(kinds.joined(separator: ", "))"
    case .selectedNothing(let reason): headline(reason)
    case .nothingFailed(let run): "everything passed in the last run, \(run)"
    case .nothingPromised: "there is no contract, so nothing is promised"
    case .noSuchLine(let path, let line, let lines):
      "`\(path)` has no line \(line): it has \(lines)"
    case .badFaults(let path, let line, let reason), .badWeChat(let path, let line, let reason):
      "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
    case .unknownFaults(let name, _, _): "there is no profile of faults `\(name)`"
    case .unknownTarget(let name, _, _): "there is no target `\(name)`"
    case .unknownSchema(let name, _, _): "there is no schema of `\(name)`"
    case .fileNotWritten(let path, let reason): "cannot write `\(path)`: \(reason)"
    case .bug(let detail): "this is a bug in linkage: \(detail)"
    }
  }

  func advice(_ complaint: Complaint) -> String {
    switch complaint {
    case .targetUnreachable(let platform, _, let failure, let place):
      unreachable(
        platform, failure, place.map { " (\($0.path):\($0.line):\($0.column))" } ?? "")
    case .accountRefused(let name, _):
      "check user and password of `\(name)` under `accounts` in the target file"
    case .portInUse: "end that process, or choose another one with --only and --port, or --port 0"
    case .mockNotStarted: "correct this and start it again with linkage mock"
    case .reportNotWritten: "check that the folder exists, may be written to and is not full"
    case .storeProblem: "check that the results folder may be written to and is not full"
    case .storeDamaged: "move that file away, or name another folder with --results"
    case .storeTooNew: "use that version, or name another folder with --results"
    case .noSuchRun(_, let nearest?, _): "did you mean `\(nearest)`?"
    case .noSuchRun(_, nil, let recent):
      recent.isEmpty ? "linkage run makes the first one" : "name one of the recent runs"
    case .ambiguousRun: "write more of its name"
    case .noSuchCase(_, let nearest?, _), .noSuchStep(_, let nearest?, _):
      "did you mean `\(nearest)`?"
    case .noSuchCase: "linkage show RUN shows what the run holds; a number counts scenarios from 1"
    case .noSuchStep: "linkage show RUN shows what the run holds"
    case .noSuchRead(_, _, 0): "leave out --read"
    case .noSuchRead(_, _, let reads): "name one from 1 to \(reads); without --read it is the last"
    case .nothingPromised:
      "name the contract with --contract, or put contract.yaml beside the scenarios"
    case .mutantsNeedMocks:
      "faults are put on the bundled mocks alone: use --target mock, or a target whose platforms are called web, mini, wechat, counter and console"
    case .faultsNeedMocks(let option, _):
      "leave it out, use --target mock, or start the mocks with linkage mock \(option)"
    case .selectedNothing(let reason): advice(reason)
    case .noScenario(let kinds):
      kinds.contains("target")
        ? "name a scenario file or a folder that holds some; a target goes to --target"
        : kinds.contains("flow")
          ? "name a scenario that uses the flow: `use: path/to/flow.yaml`"
          : "name a scenario file or a folder that holds some"
    case .nothingFailed: "leave out --last-failed to run everything"
    case .noSuchLine: "name a line of the scenario, or the file alone"
    case .nothingSelected: "name a scenario file or a folder that holds some"
    case .badFaults: "correct the file; docs/faults.md shows every fault"
    case .badWeChat: "correct the file; docs/wechat.md shows every key"
    case .unknownFaults(_, let nearest?, _): "did you mean `\(nearest)`?"
    case .unknownFaults: "name one of these, or the path of a file of faults"
    case .unknownTarget(_, let nearest?, _): "did you mean `\(nearest)`?"
    case .unknownTarget: "name one of these, or the path of a target file"
    case .unknownSchema(_, let nearest?, _): "did you mean `\(nearest)`?"
    case .unknownSchema: "name one of these"
    case .fileNotWritten: "check that the folder may be written to and is not full"
    case .bug: "please report it with the command you ran and this message"
    }
  }

  private func unreachable(
    _ platform: String, _ failure: TransportFailure, _ place: String
  ) -> String {
    if let advice = failure.cause.flatMap(EnglishFailureWords().advice) { return advice }
    return switch failure.kind {
    case .badURL: "correct the address of `\(platform)`\(place)"
    case .nameNotResolved: "check the host name of `\(platform)`\(place), and the network's DNS"
    case .tls:
      "check the certificate, who signed it, and the host name it is made out to; "
        + "an authority of your own stands in the target: tls: { ca: FILE.pem }"
    default: "start `\(platform)`, or correct its address\(place)"
    }
  }

  private func headline(_ reason: EmptySelection) -> String {
    switch reason {
    case .tags(let tags, _, _): "no scenario has what --tag \(tags.joined(separator: ",")) asks for"
    case .priorities(let names, _):
      "no scenario has the priority \(names.joined(separator: " or "))"
    case .pattern(let pattern, _, _): "no scenario's id or title matches `\(pattern)`"
    case .gone(let names, let run):
      "what did not pass in \(run) is not among these scenarios: \(names.joined(separator: ", "))"
    case .load(let count):
      count == 1
        ? "the only scenario that fits generates load"
        : "the \(count) scenarios that fit all generate load"
    case .combined(let count): "none of the \(count) scenarios fits everything that was asked for"
    }
  }

  private func advice(_ reason: EmptySelection) -> String {
    switch reason {
    case .tags(_, let nearest?, _), .pattern(_, let nearest?, _): "did you mean `\(nearest)`?"
    case .tags, .priorities, .pattern: "linkage list shows what there is"
    case .gone: "name the folder or file that they are in, or leave out --last-failed"
    case .load: "add --tag load, or name the file"
    case .combined: "leave out one of the options; linkage list shows what there is"
    }
  }
}
