import ArgumentParser
import Foundation
import Resolution

/// What every resolving command is told.
struct ResolveOptions: ParsableArguments {
  @Option(help: "The column that names a record.")
  var key: String
  @Option(help: "Where pairs go: left,right,probability; - is standard output.")
  var pairs: String?
  @Option(help: "Where clusters go: record,cluster; - is standard output.")
  var clusters: String?
  @Option(help: "What columns are, as heading=kind,…; the others are guessed.")
  var columns: String?

  /// The kinds that were given, by heading.
  func kinds() throws -> [String: FieldKind] {
    var kinds = [String: FieldKind]()
    for entry in (columns ?? "").split(separator: ",") {
      let sides = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let kind = FieldKind(rawValue: sides[1]) else {
        let known = FieldKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(entry) is no heading=kind; the kinds are \(known).")
      }
      kinds[sides[0]] = kind
    }
    return kinds
  }

  func validate() throws { _ = try kinds() }
}
