import Ledger
import Marking

/// Says that a person has a second factor; its secret stands in a part sealed for the person.
struct SecondFactorEnrolled: Fact {
  static let kind = "factor.enrolled"
  var person: PersonName
  /// The step of the code that proved that the authenticator has the secret; it is spent.
  var step: Int64
  var aggregate: String { subject(of: person) }

  func draft(secret: [UInt8], _ ground: Ground) throws -> EntryDraft {
    let part = PayloadPart(name: PartName.credential, subjects: [aggregate], bytes: secret)
    return try EntryDraft(self, about: ground.now, marking: ground.marking(.official), sealed: [part])
  }
}

/// Says that a person has removed the second factor.
struct SecondFactorRemoved: Fact {
  static let kind = "factor.removed"
  var person: PersonName
  var aggregate: String { subject(of: person) }
}
