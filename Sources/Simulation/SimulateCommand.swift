import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `foreland-simulate`: plays seeds, says how they went, and names the one that failed with what replays it.
@main
enum SimulateCommand {
  private struct Options {
    var first: UInt64 = 1
    var count: UInt64 = 1
    var acts = 60
    var planted: PlantedFault?
    var twice = false
    var keepsGoing = false
    var quiet = false
  }

  static func main() {
    hashAlike()
    guard let options = options(CommandLine.arguments.dropFirst()) else {
      print(
        """
        usage: foreland-simulate [--seed N] [--count N] [--acts N] [--twice] [--keep-going] [--quiet] [--plant FAULT]
        faults: \(PlantedFault.allCases.map(\.rawValue).joined(separator: " "))
        """)
      exit(64)
    }
    let begun = processorSeconds()
    var failures = 0
    var (entries, crashes, checks, answers) = (0, 0, 0, 0)
    for seed in options.first..<(options.first + options.count) {
      let plan = Plan(seed: seed, acts: options.acts, planted: options.planted)
      var outcome = Run(plan).play()
      if options.twice {
        let again = Run(plan).play()
        if (again.root, again.trace) != (outcome.root, outcome.trace) {
          outcome.failure =
            outcome.failure
            ?? Failure(
              promise: "the same seed is the same run",
              detail:
                "root \(outcome.root.prefix(8)) and \(again.root.prefix(8)), \(outcome.steps) and \(again.steps) steps")
        }
      }
      entries += Int(outcome.entries)
      crashes += outcome.crashes
      checks += outcome.checks
      answers += outcome.answers
      if let failure = outcome.failure {
        failures += 1
        report(failure, options, seed)
        if !options.keepsGoing { exit(1) }
      } else if !options.quiet {
        print(
          "seed \(seed): root \(outcome.root.prefix(16)) trace \(String(outcome.trace, radix: 16)) "
            + "entries \(outcome.entries) answers \(outcome.answers) crashes \(outcome.crashes) steps \(outcome.steps)")
      } else if (seed - options.first + 1) % 500 == 0 {
        print(
          "\(seed - options.first + 1) of \(options.count) seeds, \(failures) failed, \(processorSeconds() - begun) CPU s"
        )
        fflush(nil)
      }
    }
    let seconds = processorSeconds() - begun
    print(
      "\(options.count) seeds: \(failures) failed; \(entries) entries, \(answers) answers, \(crashes) crashes, "
        + "\(checks) checks of the root; \(seconds) CPU s")
    exit(failures == 0 ? 0 : 1)
  }

  private static func report(_ failure: Failure, _ options: Options, _ seed: UInt64) {
    let planted = options.planted.map { " --plant \($0.rawValue)" } ?? ""
    let twice = options.twice ? " --twice" : ""
    print(
      """
      seed \(seed) FAILED: \(failure)
        replay: git checkout \(commit()) && swift run -c release foreland-simulate --seed \(seed) --acts \
      \(options.acts)\(twice)\(planted)
      """)
    fflush(nil)
  }

  /// Sets and dictionaries lie in memory in an order that differs from process to process, unless asked not to.
  private static func hashAlike() {
    guard getenv("SWIFT_DETERMINISTIC_HASHING") == nil else { return }
    setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &arguments)
  }

  private static func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    return ((seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6) * 100).rounded() / 100
  }

  private static func commit() -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "rev-parse", "HEAD"]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "HEAD" }
    process.waitUntilExit()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func options(_ arguments: ArraySlice<String>) -> Options? {
    var options = Options()
    var rest = arguments
    while let name = rest.popFirst() {
      switch name {
      case "--twice": options.twice = true
      case "--keep-going": options.keepsGoing = true
      case "--quiet": options.quiet = true
      case "--seed", "--count", "--acts", "--plant":
        guard let value = rest.popFirst(), set(name, value, &options) else { return nil }
      default: return nil
      }
    }
    return options
  }

  private static func set(_ name: String, _ value: String, _ options: inout Options) -> Bool {
    if name == "--plant" {
      options.planted = PlantedFault(rawValue: value)
      return options.planted != nil
    }
    guard let number = UInt64(value), number < 1 << 40 else { return false }
    switch name {
    case "--seed": options.first = number
    case "--count": options.count = number
    default: options.acts = Int(number)
    }
    return true
  }
}
