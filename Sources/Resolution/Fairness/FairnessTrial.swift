import Foundation

/// Two names of which it is known whether they are one, made from the base names of a culture.
public struct FairnessTrial: Sendable {
  /// How the two names came about.
  public enum Kind: String, Sendable, CaseIterable {
    /// One person, spelled twice in Latin letters.
    case spelling
    /// One person, once in the culture's own script or with all marks, once in plain Latin letters.
    case script
    /// One person, spelled twice, family name first and last.
    case order
    /// One person, with a slip of the pen.
    case slip
    /// Two people who share no name.
    case strangers
    /// Two people of one family name.
    case sharedFamily = "shared family name"
    /// Two people of one given name.
    case sharedGiven = "shared given name"

    /// Whether both names are of one person.
    public var isSame: Bool { self == .spelling || self == .script || self == .order || self == .slip }
  }

  /// How the names came about.
  public let kind: Kind
  /// One name.
  public let first: String
  /// The other.
  public let second: String

  /// Makes a trial; nil where the culture has nothing of the kind.
  public init?(_ kind: Kind, of culture: NameCulture, using chance: inout some RandomNumberGenerator) {
    let writer = FairnessWriter(culture: culture)
    guard let person = FairnessWriter.Person(culture, &chance) else { return nil }
    self.kind = kind
    first = kind == .script ? writer.native(person, &chance) ?? "" : writer.latin(person, &chance)
    guard !first.isEmpty else { return nil }
    switch kind {
    case .spelling, .script: second = writer.latin(person, &chance)
    case .order:
      let way = writer.latin(person, &chance)
      second = writer.turned(way, person)
    case .slip: second = FairnessWriter.slip(in: first, &chance)
    case .strangers, .sharedFamily, .sharedGiven:
      guard var other = FairnessWriter.Person(culture, &chance) else { return nil }
      for _ in 0..<20 where other.given == person.given || other.family == person.family {
        other = FairnessWriter.Person(culture, &chance) ?? other
      }
      if kind == .sharedFamily { other.family = person.family }
      if kind == .sharedGiven { other.given = person.given }
      second = writer.latin(other, &chance)
    }
  }
}
