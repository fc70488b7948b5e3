import ArgumentParser
import Foundation
import Resolution

/// Where pairs and clusters go.
struct ResolveOutput: ParsableArguments {
  @Option(help: "Where pairs go: left,right,probability; - is standard output.")
  var pairs: String?
  @Option(help: "Where clusters go: record,cluster; - is standard output.")
  var clusters: String?

  /// Writes the answer of a run.
  func write(_ run: ResolveRun) throws {
    if let pairs { try ResolveFiles.write(Self.pairs(of: run), to: pairs) }
    if let clusters { try ResolveFiles.write(Self.clusters(of: run), to: clusters) }
    run.sayQuality()
  }

  private static func pairs(of run: ResolveRun) -> [UInt8] {
    var bytes = [UInt8]("left,right,probability\n".utf8)
    bytes.reserveCapacity(run.answer.pairs.count * 32)
    for pair in run.answer.pairs {
      run.table.write(Int(pair.left), run.key, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      run.table.write(Int(pair.right), run.key, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      append(pair.probability, to: &bytes)
    }
    return bytes
  }

  /// A probability to eight places, and the end of the line.
  private static func append(_ probability: Double, to bytes: inout [UInt8]) {
    var rest = Int((probability * 1e8).rounded())
    var digits: InlineArray<9, UInt8> = InlineArray(repeating: 48)
    for place in (0..<9).reversed() {
      digits[place] += UInt8(rest % 10)
      rest /= 10
    }
    bytes.append(digits[0])
    bytes.append(UInt8(ascii: "."))
    for place in 1..<9 { bytes.append(digits[place]) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The clusters, each named by its first record; keys that both files have are written with the number of their file before.
  private static func clusters(of run: ResolveRun) -> [UInt8] {
    var bytes = [UInt8]("record,cluster\n".utf8)
    let boundary = run.table.firstSourceCount
    let isAmbiguous = boundary.map { _ in run.table.places(run.key).count < run.table.count } ?? false
    if isAmbiguous { ProgressLine.say("note: both files have some keys; in the clusters 1: and 2: stand before them") }
    for (record, cluster) in run.answer.clusters.enumerated() {
      for (place, end) in [(record, UInt8(ascii: ",")), (Int(cluster), UInt8(ascii: "\n"))] {
        if isAmbiguous, let boundary { bytes += place < boundary ? "1:".utf8 : "2:".utf8 }
        run.table.write(place, run.key, to: &bytes)
        bytes.append(end)
      }
    }
    return bytes
  }
}
