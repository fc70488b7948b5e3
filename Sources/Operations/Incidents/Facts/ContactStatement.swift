package import Geodesy

/// What a contact report says of a craft, as values: every one of them may be missing.
///
/// Who said it, from which number and in which words is not here but in `ContactWords`, which is sealed for the report alone.
package struct ContactStatement: Sendable, Hashable, Codable {
  /// The road by which a report came.
  package enum Channel: String, Sendable, Hashable, Codable, CaseIterable {
    case call, message, pin, relay, centre, sighting, device, sensor, debrief, imported

    /// Whether somebody aboard speaks.
    package var isFromAboard: Bool { self == .call || self == .message || self == .pin }
  }

  package enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
    case yes, no
  }

  package enum Engine: String, Sendable, Hashable, Codable, CaseIterable {
    case running, stopped, none
  }

  /// A position with its time, as it was understood.
  package struct Place: Sendable, Hashable, Codable {
    package var latitude: Double
    package var longitude: Double
    /// What the channel claims, in metres; nil when it claims nothing.
    package var accuracyMetres: Double?
    /// When the craft was there; nil when that is not known.
    package var at: Instant?
    /// What makes it doubtful, by code.
    package var doubts: [String]?

    package init(
      latitude: Double, longitude: Double, accuracyMetres: Double? = nil, at: Instant? = nil, doubts: [String]? = nil
    ) {
      self.latitude = latitude
      self.longitude = longitude
      self.accuracyMetres = accuracyMetres
      self.at = at
      self.doubts = doubts
    }

    package var position: Position? { Position(latitudeDegrees: latitude, longitudeDegrees: longitude) }
  }

  /// A bearing that a radio direction finder took.
  package struct Bearing: Sendable, Hashable, Codable {
    package var latitude: Double
    package var longitude: Double
    /// From true north, clockwise.
    package var degrees: Double

    package init(latitude: Double, longitude: Double, degrees: Double) {
      self.latitude = latitude
      self.longitude = longitude
      self.degrees = degrees
    }
  }

  package var channel: Channel
  package var place: Place?
  package var bearing: Bearing?
  /// The fewest and the most people aboard.
  package var least: Int?
  package var most: Int?
  package var children: Int?
  package var inWater: Int?
  package var takingWater: Answer?
  package var engine: Engine?
  package var injured: Int?
  /// What is left of the phone's battery, in per cent.
  package var batteryPercent: Int?
  package var colour: String?
  /// Make and power of the engine, or what the craft looks like.
  package var craft: String?
  package var departure: String?
  /// The number under which another centre has it.
  package var reference: String?
  /// The track that it is about.
  package var track: String?
  /// When somebody promised to call again.
  package var nextCall: Instant?

  package init(_ channel: Channel) { self.channel = channel }

  /// How many people it speaks of.
  package var people: ClosedRange<Int>? {
    guard let low = least ?? most, let high = most ?? least else { return nil }
    return min(low, high)...max(low, high)
  }
}

/// What is personal of a contact report: it serves rescue alone and is sealed for the report, apart from what it says of a craft.
package struct ContactWords: Sendable, Hashable, Codable {
  package var phone: String?
  package var name: String?
  /// The language that was spoken, as a BCP 47 tag or in words.
  package var language: String?
  /// The words as typed.
  package var text: String?
  /// The position as typed or pasted.
  package var position: String?
  /// What they can see.
  package var sees: String?

  package init(
    phone: String? = nil, name: String? = nil, language: String? = nil, text: String? = nil, position: String? = nil,
    sees: String? = nil
  ) {
    self.phone = phone
    self.name = name
    self.language = language
    self.text = text
    self.position = position
    self.sees = sees
  }

  package var isEmpty: Bool { self == ContactWords() }
}
