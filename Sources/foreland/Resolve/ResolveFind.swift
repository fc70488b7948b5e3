import ArgumentParser
import Foundation
import Glibc
import Resolution

/// `foreland resolve find KNOWN NEW`: the matches of new records among known ones, one at a time.
struct ResolveFind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find the matches of new records among known ones, one new record at a time.",
    discussion: """
      Learns from the known records, makes an index of them, and asks it for each new record. For a record that the known ones \
      hold the answer is that of dedupe, each pair judged by itself. Says how long an answer took.
      """)

  @Argument(help: "The known records.")
  var known: String
  @Argument(help: "The new records, with the same columns.")
  var new: String
  @Option(help: "Where pairs go: left,right,probability, the new record left; - is standard output.")
  var pairs: String?
  @OptionGroup var options: ResolveOptions

  func run() throws {
    let prepared = try ResolveInput(try ResolveFiles.table(known, key: options.key), options: options)
    let learned = Resolver(names: prepared.names).learn(prepared.clean, progress: ProgressLine.show)
    ProgressLine.clear()
    let clock = ContinuousClock()
    var index: RecordIndex?
    let making = clock.measure { index = RecordIndex(prepared.clean, learned: learned, names: prepared.names) }
    guard let index else { return }
    ProgressLine.say("an index of \(index.count) records, made in \(Self.milliseconds(making)) ms")
    let asked = try ResolveFiles.table(new, key: options.key)
    let newKey = asked.column(options.key) ?? 0
    var (bytes, times) = ([UInt8]("left,right,probability\n".utf8), [Double]())
    let processorTime = Glibc.clock()
    for record in 0..<asked.count {
      var values = [String: String]()
      for (column, heading) in asked.headings.enumerated() { values[heading] = asked.text(record, column) }
      var matches = [RecordIndex.Match]()
      times.append(Self.milliseconds(clock.measure { matches = index.matches(values) }))
      for match in matches {
        asked.write(record, newKey, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        prepared.table.write(match.record, prepared.key, to: &bytes)
        bytes += ",\(match.probability)\n".utf8
      }
    }
    if let pairs { try ResolveFiles.write(bytes, to: pairs) }
    let spent = Double(Glibc.clock() - processorTime) / Double(CLOCKS_PER_SEC) * 1e3 / Double(max(1, times.count))
    times.sort()
    guard let slowest = times.last else { return }
    let ninetyNinth = times[min(times.count - 1, times.count * 99 / 100)]
    ProgressLine.say(
      "\(times.count) answers: half within \(times[times.count / 2]) ms, 99 of 100 within \(ninetyNinth) ms, all within "
        + "\(slowest) ms; \(spent.rounded(to: 1_000)) ms of processor time each")
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    (Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1e3).rounded(to: 1_000)
  }
}

extension Double {
  /// The number to so many parts of one.
  fileprivate func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}
