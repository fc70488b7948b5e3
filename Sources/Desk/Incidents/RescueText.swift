import Geodesy
import Operations
import Rescue

/// What the book of rescue says, in words.
struct RescueText {
  let strings: Strings

  /// `33`, `30–45`, or that nobody has said.
  func people(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return strings["rescue.people.unknown"] }
    return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  func matter(_ matter: OpenMatter) -> String {
    switch matter {
    case .conflict(let conflict): self.conflict(conflict)
    case .task(_, let asset): strings("rescue.matter.task", ["asset": asset])
    case .promisedCall(let contact): strings("rescue.matter.call", ["contact": contact])
    case .transfer(let to): strings("rescue.matter.transfer", ["to": to])
    }
  }

  private func conflict(_ conflict: ReckoningConflict) -> String {
    switch conflict {
    case .numberUnknown: strings["rescue.conflict.numberUnknown"]
    case .noReport: strings["rescue.conflict.noReport"]
    case .reportOfMore(let report, let missing):
      strings("rescue.conflict.more", ["contact": report, "people": people(missing)])
    case .reportOfFewer(let report, let over):
      strings("rescue.conflict.fewer", ["contact": report, "people": "\(over)"])
    case .callAfterLastRecovery(let report): strings("rescue.conflict.callAfter", ["contact": report])
    case .handedOverDiffers(let asset, let up, let over):
      strings("rescue.conflict.handedOver", ["asset": asset, "up": "\(up)", "over": "\(over)"])
    }
  }

  /// How long ago, in hours and minutes.
  func age(of moment: Instant, now: Instant) -> String {
    let minutes = Int(now.seconds(since: moment) / 60)
    if minutes < 0 { return strings("rescue.in", ["time": Self.duration(-minutes)]) }
    return strings("rescue.ago", ["time": Self.duration(minutes)])
  }

  static func duration(_ minutes: Int) -> String {
    minutes < 60
      ? "\(minutes) min" : minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }

  /// The rest of a statement in one line: what is known of the craft and its people.
  func line(_ statement: ContactStatement) -> String {
    var parts: [String] = []
    if let people = statement.people { parts.append(strings("rescue.says.people", ["n": self.people(people)])) }
    for (key, number) in [
      ("children", statement.children), ("inWater", statement.inWater), ("injured", statement.injured),
      ("battery", statement.batteryPercent),
    ] {
      if let number { parts.append(strings("rescue.says.\(key)", ["n": "\(number)"])) }
    }
    if let water = statement.takingWater { parts.append(strings["rescue.says.water.\(water.rawValue)"]) }
    if let engine = statement.engine { parts.append(strings["rescue.says.engine.\(engine.rawValue)"]) }
    parts += [statement.colour, statement.craft].compactMap { $0 }
    if let departure = statement.departure { parts.append(strings("rescue.says.departure", ["place": departure])) }
    if let reference = statement.reference { parts.append(strings("rescue.says.reference", ["reference": reference])) }
    if let bearing = statement.bearing {
      let from = Position(latitudeDegrees: bearing.latitude, longitudeDegrees: bearing.longitude)?.text ?? ""
      parts.append(strings("rescue.says.bearing", ["degrees": "\(Int(bearing.degrees.rounded()))", "from": from]))
    }
    return parts.joined(separator: " · ")
  }

  /// `± 40 m`, `± 58 km`.
  private static func accuracy(_ metres: Double) -> String {
    metres < 2_000 ? "±\u{A0}\(Int(metres.rounded()))\u{A0}m" : "±\u{A0}\(Int((metres / 1000).rounded()))\u{A0}km"
  }

  /// A place with its age, its accuracy and its doubts.
  func place(_ place: ContactStatement.Place, received: Instant, now: Instant) -> String {
    var parts = [place.position?.text ?? "–", age(of: place.at ?? received, now: now)]
    if let accuracy = place.accuracyMetres { parts.append(Self.accuracy(accuracy)) }
    parts += (place.doubts ?? []).map { strings["rescue.doubt.\($0)"] }
    return parts.joined(separator: ", ")
  }
}
