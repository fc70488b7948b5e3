import Geodesy

extension BehaviourRule: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, kind, isEnabled, severity, subjects, classes, parameters, areas, exceptAreas, lines
  }

  /// Decodes a rule; numbers are held in their ranges, and those that are missing have their standard values.
  ///
  /// Throws `DecodingError.dataCorrupted` for a name that is empty or too long, a number that the kind does not have,
  /// or more points than `greatestPoints`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    guard !id.isEmpty, id.utf8.count <= Self.greatestNameBytes else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: container, debugDescription: "A rule has a name of 1 to \(Self.greatestNameBytes) bytes.")
    }
    self.init(
      id: id, kind: try container.decode(BehaviourKind.self, forKey: .kind),
      isEnabled: try container.decodeIfPresent(Bool.self, forKey: .isEnabled) ?? true,
      severity: try container.decodeIfPresent(BehaviourSeverity.self, forKey: .severity) ?? .notice,
      subjects: try container.decodeIfPresent(Subjects.self, forKey: .subjects) ?? .all,
      classes: Set(try container.decodeIfPresent([TrackClass].self, forKey: .classes) ?? []),
      areas: try container.decodeIfPresent([Area].self, forKey: .areas) ?? [],
      exceptAreas: try container.decodeIfPresent([Area].self, forKey: .exceptAreas) ?? [],
      lines: try container.decodeIfPresent([[Position]].self, forKey: .lines) ?? [])
    guard pointCount <= Self.greatestPoints else {
      throw DecodingError.dataCorruptedError(
        forKey: .areas, in: container, debugDescription: "A rule has at most \(Self.greatestPoints) points.")
    }
    let numbers = try container.decodeIfPresent([String: Double].self, forKey: .parameters) ?? [:]
    for (code, value) in numbers {
      guard let name = BehaviourParameter.Name(code: code), self[name] != nil else {
        throw DecodingError.dataCorruptedError(
          forKey: .parameters, in: container, debugDescription: "A rule of this kind has no such number.")
      }
      self[name] = value
    }
  }

  /// Encodes the rule with all its numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(isEnabled, forKey: .isEnabled)
    try container.encode(severity, forKey: .severity)
    try container.encode(subjects, forKey: .subjects)
    try container.encode(TrackClass.allCases.filter(classes.contains), forKey: .classes)
    var numbers: [String: Double] = [:]
    for parameter in kind.parameters { numbers[parameter.name.code] = self[parameter.name] }
    try container.encode(numbers, forKey: .parameters)
    try container.encode(areas, forKey: .areas)
    try container.encode(exceptAreas, forKey: .exceptAreas)
    try container.encode(lines, forKey: .lines)
  }

  private var pointCount: Int {
    (areas + exceptAreas).reduce(0) { $0 + $1.polygon.ring.count } + lines.reduce(0) { $0 + $1.count }
  }
}
