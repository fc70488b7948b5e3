import Geodesy
import Operations
import Rescue

/// What a drift rests on and what it says, in words: always as an estimate with its inputs.
struct DriftText {
  let strings: Strings
  let now: Instant

  private var text: RescueText { RescueText(strings: strings) }
  private static let metresInMile = 1852.0

  /// Everything that a drift was computed from, a line each.
  func inputs(_ drift: BoatDrift) -> [String] {
    let inputs = drift.inputs
    var lines = [
      start(inputs.start), classes(inputs), wind(inputs.weather.wind), current(inputs.weather.current),
      strings(
        "drift.members",
        [
          "count": "\(drift.members.count)", "assumptions": "\(inputs.weather.assumptions.count)",
          "seed": String(inputs.seed % 1_000_000),
        ]),
    ]
    let wanted = inputs.isBackward ? DriftInputs.hoursBack : DriftInputs.hoursAhead
    if drift.hours.count <= wanted, let last = drift.hours.last {
      lines.append(strings("drift.coverEnds", ["time": last.instant.plainText]))
    }
    if !inputs.knowsLand { lines.append(strings["drift.noLand"]) }
    if inputs.start.isOnLand { lines.append(strings["drift.onLand"]) }
    if inputs.enginesRun, !inputs.isBackward { lines.append(strings["drift.engineRuns"]) }
    if !drift.searches.isEmpty {
      lines.append(
        strings(
          "drift.afterSearches",
          ["count": "\(drift.searches.count)", "percent": Self.percent(drift.cumulativeSuccess)]))
    }
    if !drift.uncounted.isEmpty {
      lines.append(strings("drift.uncounted", ["searches": drift.uncounted.joined(separator: ", ")]))
    }
    return lines
  }

  private func start(_ start: DriftInputs.Start) -> String {
    let source: String =
      switch start.source {
      case .track(let track): strings("drift.start.track", ["track": track])
      case .contact(let contact): strings("drift.start.contact", ["contact": contact])
      }
    var words = strings(
      "drift.start",
      [
        "source": source, "position": start.position.text, "age": text.age(of: start.time, now: now),
        "time": start.time.plainText, "metres": Self.distance(start.deviationMetres),
      ])
    if !start.claimsAccuracy { words += " " + strings["drift.start.assumedAccuracy"] }
    if start.timeUncertaintySeconds > 0 {
      words += " " + strings("drift.start.time", ["minutes": "\(Int(start.timeUncertaintySeconds / 60))"])
    }
    return words
  }

  private func classes(_ inputs: DriftInputs) -> String {
    let total = inputs.assumption.hypotheses.reduce(0) { $0 + $1.weight }
    let parts = inputs.assumption.hypotheses.map { hypothesis in
      "\(className(hypothesis.key)) \(Self.percent(hypothesis.weight / total))"
    }.joined(separator: ", ")
    guard let by = inputs.assumedBy else { return strings("drift.classes.assumed", ["classes": parts]) }
    return strings("drift.classes.said", ["classes": parts, "by": by])
  }

  /// A leeway class in the reader's language where there is a text, else as its table has it.
  func className(_ key: String) -> String {
    let name = "drift.class.\(key)"
    return strings.has(name) ? strings[name] : "\(LeewayClass.of(key: key)?.title ?? "") (\(key))"
  }

  private func wind(_ basis: DriftWeather.Basis) -> String {
    switch basis {
    case .file(let name, let written, let until):
      return strings("drift.wind.file", file(name, written, until))
    case .said(let by, let agency, let since, let knots, let from, let isOld):
      var words = strings(
        from == nil ? "drift.wind.saidAround" : "drift.wind.said",
        [
          "knots": FormFault.plain(knots), "degrees": FormFault.plain((from ?? 0).rounded()), "by": by,
          "agency": agency,
          "age": text.age(of: since, now: now),
        ])
      if isOld { words += " " + strings["drift.wind.old"] }
      return words
    case .assumed:
      let speeds = DriftWeather.assumedSpeeds.map { FormFault.plain($0) }.joined(separator: ", ")
      return strings("drift.wind.assumed", ["speeds": speeds])
    }
  }

  private func current(_ basis: DriftWeather.Basis) -> String {
    guard case .file(let name, let written, let until) = basis else {
      return strings("drift.current.assumed", ["speed": FormFault.plain(AssumedTide.fastestMetresPerSecond)])
    }
    return strings("drift.current.file", file(name, written, until))
  }

  private func file(_ name: String, _ written: Instant?, _ until: Instant) -> [String: String] {
    [
      "file": name, "age": written.map { text.age(of: $0, now: now) } ?? strings["drift.file.ageUnknown"],
      "until": until.plainText,
    ]
  }

  /// Why there is no drift.
  func none(_ reason: NoDrift) -> String {
    switch reason {
    case .noPosition: strings[reason.textKey]
    case .tooOld(let time):
      strings(reason.textKey, ["age": text.age(of: time, now: now), "hours": "\(DriftInputs.oldestHours)"])
    case .refused(let words): strings(reason.textKey, ["reason": words])
    }
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }

  /// A probability to one decimal, since a search may be worth a few in a thousand.
  static func fine(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)\u{A0}%"
  }

  /// `400 m`, `3.4 NM`.
  static func distance(_ metres: Double) -> String {
    guard metres >= metresInMile else { return "\(Int(metres.rounded())) m" }
    return "\(miles(metres)) NM"
  }

  static func miles(_ metres: Double) -> String { FormFault.plain((metres / metresInMile * 10).rounded() / 10) }

  /// An area in square kilometres with as many decimals as it needs.
  static func area(_ squareMetres: Double) -> String {
    let kilometres = squareMetres / 1_000_000
    return kilometres < 10 ? FormFault.plain((kilometres * 10).rounded() / 10) : "\(Int(kilometres.rounded()))"
  }
}
