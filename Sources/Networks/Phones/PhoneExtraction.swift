/// A phone that was read out lawfully: whose it was, on what ground, and what it held.
public struct PhoneExtraction: Hashable, Sendable {
  /// Who had the phone. Only a suspect's is used unless somebody decides otherwise.
  public enum OwnerRole: String, CaseIterable, Hashable, Sendable {
    /// Suspected of organising.
    case suspect
    /// A victim.
    case victim
    /// A witness.
    case witness
    /// Somebody who crossed or wanted to.
    case passenger
    /// Nobody knows.
    case unknown
  }

  /// A call or message between the phone and another number.
  public struct Contact: Hashable, Sendable {
    /// The other number.
    public var other: PhoneNumber
    /// When, in seconds since 1970.
    public var time: Int64

    /// A contact.
    public init(other: PhoneNumber, time: Int64) { (self.other, self.time) = (other, time) }
  }

  /// A place where the phone was.
  public struct Sighting: Hashable, Sendable {
    /// The cell, or another name of the place; the same text for the same place.
    public var place: String
    /// When, in seconds since 1970.
    public var time: Int64

    /// A sighting.
    public init(place: String, time: Int64) { (self.place, self.time) = (place, time) }
  }

  /// The exhibit it came from.
  public var exhibit: String
  /// The number of the phone.
  public var number: PhoneNumber
  /// The device, if it is known.
  public var device: DeviceNumber?
  /// Who had it.
  public var role: OwnerRole
  /// The law and the authority on which it was read out.
  public var legalBasis: String
  /// Its calls and messages.
  public var contacts: [Contact]
  /// Where it was.
  public var sightings: [Sighting]

  /// An extraction.
  public init(
    exhibit: String, number: PhoneNumber, device: DeviceNumber? = nil, role: OwnerRole, legalBasis: String,
    contacts: [Contact] = [], sightings: [Sighting] = []
  ) {
    (self.exhibit, self.number, self.device, self.role) = (exhibit, number, device, role)
    (self.legalBasis, self.contacts, self.sightings) = (legalBasis, contacts, sightings)
  }
}
