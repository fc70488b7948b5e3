import Foundation
import Ledger

/// Which words of an entry go into its sentence in the record.
///
/// The record says what was done to what, never what was written: a fact's field is shown only when it is named here.
enum RecordSentence {
  /// The longest word that is taken over, in characters.
  static let longestArgument = 200
  /// The most words of a list that are taken over; the number of the others follows.
  static let longestList = 5

  /// Most entries of the watch log say no more than that they were written.
  private static let factOfNothing = [UInt8]("{}".utf8)

  private static let fields: [String: [String]] = [
    "centre.changed": ["name", "agency", "exercise"],
    "centre.named": ["code"],
    "agency.added": ["agency"],
    "person.added": ["person", "agency", "roles"],
    "person.changed": ["person", "agency", "roles"],
    "person.disabled": ["person"],
    "person.enabled": ["person"],
    "person.reset": ["person", "removesSecondFactor"],
    "secret.issued": ["person", "expiresAt"],
    "secret.used": ["person"],
    "password.set": ["person"],
    "factor.enrolled": ["person"],
    "factor.removed": ["person"],
    "access.signedIn": ["person", "purpose", "proof"],
    "access.ended": ["person", "reason"],
    "access.seen": ["person"],
    "access.purposeStated": ["person", "purpose"],
    "access.failed": ["person", "failures", "unrecorded"],
    "access.refused": ["act", "object", "reasons", "unrecorded"],
    "identity.joined": ["person", "issuer"],
    "identity.parted": ["person"],
    "identity.refused": ["reason", "unrecorded"],
    "token.issued": ["person", "token", "scopes", "expiresAt"],
    "token.revoked": ["person", "token"],
    "token.used": ["person", "token"],
    "log.written": ["track"],
    "log.corrected": ["entry", "track"],
    "archive.anchored": ["change", "block", "positions", "hash", "replaces"],
    "erasure.ordered": ["subject", "officer"],
    "archive.gap": ["from", "to", "positions"],
    "clock.moved": ["seconds", "noticed"],
    "feed.changed": ["feed", "state", "reason"],
    "storage.changed": ["level"],
    "alert.raised": ["about", "severity", "tracks"],
    "alert.changed": ["alert"],
    "rules.changed": [],
    "place.changed": ["name", "use"],
    "place.removed": ["name"],
    "weather.said": ["seaState", "windKnots", "since"],
    "sensor.declared": ["name"],
    "sensor.takenOut": ["name"],
    "track.correlated": ["track", "other", "word"],
    "alert.taken": ["alert", "stage", "handedTo"],
    "consulted": ["scope", "shown", "asOf"],
    "rescue.reported": ["contact", "incident"],
    "rescue.corrected": ["contact"],
    "rescue.tied": ["contact", "incident"],
    "rescue.explained": ["contact", "holds"],
    "rescue.called": ["contact", "outcome"],
    "rescue.opened": ["incident", "phase"],
    "rescue.phase": ["incident", "phase"],
    "rescue.noted": ["incident"],
    "rescue.counted": ["incident", "people", "fate", "asset"],
    "rescue.withdrawn": ["record"],
    "rescue.joined": ["incident", "other", "holds"],
    "rescue.closed": ["incident", "accounted", "overrides"],
    "rescue.reopened": ["incident"],
    "rescue.transfer": ["incident", "to", "step"],
    "rescue.informed": ["incident", "whom"],
    "rescue.situation": ["incident", "number", "to"],
    "rescue.tracked": ["incident", "track", "holds"],
    "rescue.asset": [],
    "rescue.tasked": ["incident", "asset", "order"],
    "rescue.task": ["task", "stage"],
    "rescue.handover": ["to", "open"],
    "alarm.heard": ["alarms"],
    "rescue.searchOrdered": ["incident", "search", "asset"],
    "rescue.searched": ["incident", "searcher", "outcome"],
    "rescue.searchWithdrawn": ["incident", "record"],
    "rescue.searchEnded": ["incident", "holds", "searches"],
    "rescue.drifting": ["incident", "classes"],
    "rescue.water": ["incident", "waterCelsius"],
    "statistics.released": ["series", "released", "source", "cells"],
    "statistics.withdrawn": ["series", "released"],
    "statistics.scheduled": ["publication", "due"],
    "statistics.earlyAccess": ["publication", "person", "post", "from"],
    "statistics.published": ["publication"],
    "wall.opened": ["item", "officer"],
    "witness.cosigned": ["origin", "size"],
    "witness.forked": ["origin", "size", "knownSize"],
    "witness.disagreed": ["witness", "status", "size"],
    "link.received": ["centre", "sequence", "kind"],
    "link.reached": ["partner", "taken", "through"],
    "link.sent": ["partner", "given", "first", "last"],
    "link.refused": ["partner", "reason"],
  ]

  /// The words of an entry's sentence by name; a list is joined by commas.
  static func arguments(of entry: Entry) throws -> [String: String] {
    guard let bytes = entry.part(PartName.fact) else { return [:] }
    return try arguments(kind: entry.kind, fact: bytes)
  }

  /// The same of a fact by itself.
  static func arguments(kind: String, fact bytes: [UInt8]) throws -> [String: String] {
    guard let names = fields[kind], bytes != factOfNothing else { return [:] }
    let fact = try JSONDecoder().decode([String: Word].self, from: Data(bytes))
    var arguments: [String: String] = [:]
    for name in names {
      if let text = fact[name]?.text { arguments[name] = String(text.prefix(longestArgument)) }
    }
    return arguments
  }

  /// A field of a fact, as far as it can stand in a sentence.
  private enum Word: Decodable {
    case one(String)
    case list([String])
    case none

    init(from decoder: any Decoder) throws {
      if let single = try? decoder.singleValueContainer() {
        if let text = try? single.decode(String.self) {
          self = .one(text)
          return
        } else if let flag = try? single.decode(Bool.self) {
          self = .one(flag ? "true" : "false")
          return
        } else if let number = try? single.decode(Int64.self) {
          self = .one(String(number))
          return
        } else if let number = try? single.decode(Double.self) {
          self = .one(String(number))
          return
        } else if let list = try? single.decode([String].self) {
          self = .list(list)
          return
        } else if let agency = try? single.decode(Agency.self) {
          self = .one(agency.code)
          return
        }
      }
      self = .none
    }

    var text: String? {
      switch self {
      case .one(let text): text
      case .list(let list) where list.count > longestList:
        list.prefix(longestList).joined(separator: ", ") + " +\(list.count - longestList)"
      case .list(let list): list.isEmpty ? nil : list.joined(separator: ", ")
      case .none: nil
      }
    }
  }
}
