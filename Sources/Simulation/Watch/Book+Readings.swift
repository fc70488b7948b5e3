import Foundation
import Ledger
import Operations

/// What was shown, and the entries that say so.
extension Book {
  /// Whether one of the hours has an entry that says it, or the desk owes one because the disk was full.
  func isRecorded(
    _ what: String, _ means: String, _ scope: Rights.Scope, subject: String, hours: [Int64], by house: House
  ) -> Bool {
    let readings = hours.flatMap { hour in
      ["", "At"].map { "\(means) \(scope.rawValue)\($0) \(subject) \(hour)" }
    }
    if readings.contains(where: consulted.contains) { return true }
    let waiting = house.centre.waitingConsultations.reduce(into: Set<String>()) { waiting, draft in
      guard let bytes = draft.parts.first(where: { $0.name == "fact" })?.bytes, let fact = Self.object(bytes) else {
        return
      }
      waiting.formUnion(Self.readings(fact, aboutMilliseconds: draft.aboutMilliseconds))
    }
    guard let reading = readings.first(where: waiting.contains) else { return false }
    owed[reading] = what
    return true
  }

  /// What is owed goes with the memory of the process.
  func forgetOwed() { owed = [:] }

  /// At rest on a healthy disk nothing is owed any more.
  func checkOwed() {
    for (reading, what) in owed.sorted(by: { $0.key < $1.key }) where !consulted.contains(reading) {
      fail("every reading is recorded", "\(what) on a full disk, and no entry said so when there was room again")
    }
    owed = [:]
  }

  /// The readings that a fact stands for: one without a subject, and one for each subject that it names.
  static func readings(_ fact: [String: Any], aboutMilliseconds: Int64) -> [String] {
    let hour = aboutMilliseconds / 3_600_000
    let scope = fact["scope"] as? String ?? ""
    return ([""] + (fact["shown"] as? [String] ?? [])).map { "\(fact["means"] ?? "") \(scope) \($0) \(hour)" }
  }
}
