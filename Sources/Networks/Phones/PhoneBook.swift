/// Who was in contact with whom, out of phones that were read out lawfully.
///
/// An extraction without a legal basis is left out, and so are phones of anybody but suspects unless other roles are handed in.
/// What was left out is counted by reason.
public struct PhoneBook: Sendable {
  /// Why an extraction is not used.
  public enum Omission: Hashable, Sendable {
    /// No legal basis is written down.
    case noLegalBasis
    /// Whose phone it was.
    case role(PhoneExtraction.OwnerRole)
  }

  /// The extractions that are used.
  public let extractions: [PhoneExtraction]
  /// How many are not, by reason.
  public let omitted: [Omission: Int]

  /// A book of extractions.
  ///
  /// - Parameter roles: whose phones are used. More than suspects is a decision that a person takes, with its ground on record.
  public init(_ extractions: [PhoneExtraction], roles: Set<PhoneExtraction.OwnerRole> = [.suspect]) {
    var kept = [PhoneExtraction]()
    var omitted: [Omission: Int] = [:]
    for extraction in extractions {
      if !extraction.legalBasis.contains(where: { $0.isLetter }) {
        omitted[.noLegalBasis, default: 0] += 1
      } else if !roles.contains(extraction.role) {
        omitted[.role(extraction.role), default: 0] += 1
      } else {
        kept.append(extraction)
      }
    }
    self.extractions = kept
    self.omitted = omitted
  }

  /// The contacts in a span of time as a network: one link for each, with its time.
  public func network(from: Int64 = .min, until: Int64 = .max) -> Network {
    var numbers: [PhoneNumber: UInt32] = [:]
    var names = NodeNames()
    var links = LinkTable()
    func node(_ number: PhoneNumber) -> UInt32 {
      if let known = numbers[number] { return known }
      let node = UInt32(names.count)
      numbers[number] = node
      names.append(number.text.utf8)
      return node
    }
    // A call between two phones that were both read out stands in both.
    var seen = Set<Record>()
    for extraction in extractions {
      for contact in extraction.contacts where contact.time >= from && contact.time < until {
        let record = Record(
          low: min(extraction.number, contact.other), high: max(extraction.number, contact.other), time: contact.time)
        guard contact.other != extraction.number, seen.insert(record).inserted else { continue }
        links.append(source: node(extraction.number), target: node(contact.other), time: contact.time)
      }
    }
    return Network(names: names, links: links, kindNames: [])
  }

  private struct Record: Hashable {
    var low: PhoneNumber
    var high: PhoneNumber
    var time: Int64
  }

  /// A number that several of the phones were in contact with.
  public struct CommonContact: Hashable, Sendable {
    /// The number.
    public let number: PhoneNumber
    /// The phones, in the order of their numbers.
    public let phones: [PhoneNumber]
  }

  /// Numbers that at least so many phones have in common, those of most phones first.
  public func commonContacts(leastPhones: Int = 2) -> [CommonContact] {
    var phones: [PhoneNumber: Set<PhoneNumber>] = [:]
    for extraction in extractions {
      for contact in extraction.contacts where contact.other != extraction.number {
        phones[contact.other, default: []].insert(extraction.number)
      }
    }
    return phones.filter { $0.value.count >= leastPhones }
      .map { CommonContact(number: $0.key, phones: $0.value.sorted()) }
      .sorted { ($1.phones.count, $0.number) < ($0.phones.count, $1.number) }
  }
}
