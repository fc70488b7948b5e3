import Geodesy
import Operations
import Rescue

/// What published sources say of survival in the water, side by side, with what they were asked; never one deadline.
struct SurvivalCard {
  var pieces: FormPieces
  var boat: Boat
  var weather: WatchWeather?
  var now: Instant
  var moment: Instant?

  private var strings: Strings { pieces.frame.strings }

  /// What was stated; else the temperature that somebody said of the water, of a person of whom nothing is known.
  private var statement: WaterStatement? {
    boat.water?.value ?? weather?.waterCelsius.map { WaterStatement(waterCelsius: $0) }
  }

  private var estimates: [SurvivalEstimate] {
    guard let statement else { return [] }
    return (try? SurvivalGuide.estimates(for: statement.person(now: now))) ?? []
  }

  /// The most that any source gives, in hours; nil when nothing was asked, or one of them gives no end.
  var longestHours: Double? {
    let most = estimates.map(\.hours.most)
    return most.isEmpty || most.contains { $0 == nil } ? nil : most.compactMap { $0 }.max()
  }

  /// All sources in one sentence, for whoever decides whether to go on.
  var sentence: String? {
    guard !estimates.isEmpty else { return nil }
    let parts = estimates.map { "\(strings["survival.source.\($0.source.rawValue)"]): \(hours($0))" }
    return strings("survival.sentence", ["sources": parts.joined(separator: "; ")])
  }

  var card: HTML {
    """
    <section class="card" id="survival"><h2>\(strings["survival.title"])</h2>
    <p class="muted">\(strings["survival.note"])</p>\(asked)\(table)\(moment == nil && boat.isOpen ? form : HTML.empty)</section>
    """
  }

  private var asked: HTML {
    guard let statement else { return "<p>\(strings["survival.none"])</p>" }
    let parts = [
      statement.clothing.map { strings["survival.clothing.\($0.rawValue)"] },
      statement.flotation.map { strings["survival.flotation.\($0.rawValue)"] },
      statement.build.map { strings["survival.build.\($0.rawValue)"] },
      statement.age.map { strings["survival.age.\($0.rawValue)"] },
      statement.since.map {
        strings("survival.since", ["age": RescueText(strings: strings).age(of: $0, now: now)])
      },
    ].compactMap { $0 }
    let who =
      boat.water.map { strings("survival.by", ["by": $0.by, "time": $0.at.plainText]) }
      ?? weather.map { strings("survival.byWeather", ["by": $0.by, "time": $0.since.plainText]) } ?? ""
    let known = parts.isEmpty ? strings["survival.nothingKnown"] : parts.joined(separator: ", ")
    return """
      <p>\(strings("survival.asked", ["celsius": FormFault.plain(statement.waterCelsius), "known": known])) \
      <span class="muted">\(who)</span></p>
      """
  }

  private var table: HTML {
    guard statement != nil else { return .empty }
    let rows = estimates.map { estimate -> HTML in
      let caveats = estimate.caveats.map { "<li>\(strings[$0.rawValue])</li>" as HTML }
      return """
        <tr><th scope="row">\(strings["survival.source.\(estimate.source.rawValue)"])</th>
        <td>\(strings["survival.meaning.\(estimate.meaning.rawValue)"])</td><td class="number"><strong>\(hours(estimate))</strong></td>
        <td><details><summary>\(strings["survival.caveats"])</summary><ul>\(caveats)</ul>
        <p class="muted">\(estimate.source.citation)</p></details></td></tr>

        """
    }
    let omitted = SurvivalOmission.allCases.map { "<li>\($0.reason)</li>" as HTML }
    let nothing: HTML = rows.isEmpty ? "<p>\(strings["survival.noSource"])</p>" : .empty
    let heads = ["source", "meaning", "hours", "caveats"].map {
      "<th scope=\"col\">\(strings["survival.column.\($0)"])</th>" as HTML
    }
    return """
      \(nothing)<div class="table-scroll"><table class="data" id="survival-table"><thead><tr>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></div>
      <details><summary>\(strings["survival.omitted"])</summary><ul lang="en">\(omitted)</ul></details>
      """
  }

  /// `2.9 h`, `1–6 h`, `more than 24 h`, `up to 11.9 h`.
  private func hours(_ estimate: SurvivalEstimate) -> String {
    let least = Self.plain(estimate.hours.least)
    guard let most = estimate.hours.most else { return strings("survival.hours.from", ["least": least]) }
    if estimate.hours.least == most { return strings("survival.hours.one", ["hours": least]) }
    if estimate.hours.least == 0 { return strings("survival.hours.to", ["most": Self.plain(most)]) }
    return strings("survival.hours.range", ["least": least, "most": Self.plain(most)])
  }

  private static func plain(_ hours: Double) -> String { FormFault.plain((hours * 10).rounded() / 10) }

  // MARK: What is asked

  private var form: HTML {
    func options(_ group: String, _ values: [String]) -> [(value: String, text: String)] {
      [(value: "", text: strings["survival.unknown"])] + values.map { ($0, strings["survival.\(group).\($0)"]) }
    }
    let said = statement
    return pieces.line(
      "/incidents/\(boat.id)/state-water", "water", button: "survival.do",
      [
        pieces.field(
          "celsius", "water", label: "survival.celsius", value: said.map { FormFault.plain($0.waterCelsius) } ?? "",
          size: 5, needed: true),
        pieces.choice(
          "clothing", "water", label: "survival.clothing",
          options("clothing", ImmersedPerson.Clothing.allCases.map(\.rawValue)), chosen: said?.clothing?.rawValue ?? ""),
        pieces.choice(
          "flotation", "water", label: "survival.flotation",
          options("flotation", ImmersedPerson.Flotation.allCases.map(\.rawValue)),
          chosen: said?.flotation?.rawValue ?? ""),
        pieces.choice(
          "build", "water", label: "survival.build", options("build", ImmersedPerson.Build.allCases.map(\.rawValue)),
          chosen: said?.build?.rawValue ?? ""),
        pieces.choice(
          "age", "water", label: "survival.age", options("age", ImmersedPerson.AgeGroup.allCases.map(\.rawValue)),
          chosen: said?.age?.rawValue ?? ""),
        pieces.field("since", "water", label: "survival.inWaterSince", value: said?.since?.iso8601 ?? "", size: 18),
      ])
  }
}
