import ArgumentParser
import Foundation
import Marking
import Resolution

/// What every resolving command is told.
struct ResolveOptions: ParsableArguments {
  @Option(help: "The column that names a record.")
  var key: String
  @Option(help: "What columns are, as heading=kind,…; the others are guessed and the guess is printed.")
  var columns: String?
  @Option(
    help: "Judgements of people: CSV with left,right,verdict,officer,date,reason; a verdict is same, different, unsure."
  )
  var judgements: String?
  @Option(help: "The purpose that the records were gathered for, unless a column purpose says it.")
  var gatheredFor = Purpose.investigation.rawValue
  @Option(
    help: "Recorded decisions that let records gathered for rescue be resolved: CSV with officer,legalBasis,item.")
  var decisions: String?
  @Option(help: "Roles of phone owners that are taken beside suspects, by commas: victim, witness, passenger, unknown.")
  var includeRoles: String?

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

  /// The roles of phone owners that are taken.
  func roles() throws -> Set<OwnerRole> {
    var roles: Set<OwnerRole> = [.suspect]
    for word in (includeRoles ?? "").split(separator: ",") {
      guard let role = OwnerRole(rawValue: String(word)) else {
        throw ValidationError("\(word) is no role of a phone's owner.")
      }
      roles.insert(role)
    }
    return roles
  }

  /// The purpose that the records were gathered for.
  func purpose() throws -> Purpose {
    guard let purpose = Purpose(rawValue: gatheredFor) else {
      let known = Purpose.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(gatheredFor) is no purpose; the purposes are \(known).")
    }
    return purpose
  }

  func validate() throws {
    _ = try purpose()
    _ = try kinds()
    _ = try roles()
  }
}
