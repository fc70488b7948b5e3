/// How the bits of a data item lie, as its category states it.
///
/// The kinds are those of data fields in EUROCONTROL-SPEC-0149, part 1, edition 2.2.
indirect enum AsterixForm: Equatable, Sendable {
  /// A number, an enumeration, characters or plain bits.
  case element(AsterixElement)
  /// Parts that follow each other, of a fixed length together.
  case group([AsterixPart])
  /// Parts in octets, each run of them ended by a bit that says whether another follows.
  case extended([[AsterixPart]])
  /// One form several times: so many octets of a count before it, or a bit after each that says whether another follows.
  case repetitive(countOctets: Int?, AsterixForm)
  /// Subfields of which a field specification says which are there; nil is a bit without one.
  case compound([AsterixPart?])
  /// A length in one octet, itself counted, and what only sender and receiver know.
  case explicit
}

/// A named part of an item, or spare bits.
struct AsterixPart: Equatable, Sendable {
  /// Empty for spare bits.
  var name: String
  var form: AsterixForm

  /// How many bits it takes; nil when that depends on the data.
  var bits: Int? { form.bits }
}

/// The smallest part of an item.
struct AsterixElement: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    /// Bits that are written as a number: identities, enumerations, flags, codes.
    case raw
    /// A whole number.
    case integer(signed: Bool)
    /// A number of steps.
    case quantity(signed: Bool, AsterixScale)
    /// Addresses and plain octets, written in hexadecimal.
    case hexadecimal
    /// The 56 bits of a Mode S register, with its number in the octet behind them (ICAO Doc 9871).
    case register
    /// Octal digits of three bits each.
    case octal
    /// Characters of eight bits.
    case ascii
    /// Characters of six bits (ICAO Annex 10, volume IV, 3.1.2.9).
    case icao
    /// One of two quantities: which, another part of the same group says.
    case chosen(by: String, AsterixScale, AsterixScale)
  }

  var bits: Int
  var content: Content

  /// The unit of a quantity; empty for everything else, and for a choice of two.
  var unit: String {
    if case .quantity(_, let scale) = content { scale.unit } else { "" }
  }
}

/// What one step of a number is worth: a numerator over a denominator, in a unit.
struct AsterixScale: Equatable, Sendable {
  var numerator: Int
  var denominator: Int
  var unit: String
}

extension AsterixForm {
  /// How many bits it takes; nil when that depends on the data.
  var bits: Int? {
    switch self {
    case .element(let element): element.bits
    case .group(let parts): parts.reduce(0) { sum, part in sum.flatMap { sum in part.bits.map { sum + $0 } } }
    case .extended, .repetitive, .compound, .explicit: nil
    }
  }
}
