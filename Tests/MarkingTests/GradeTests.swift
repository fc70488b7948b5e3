import Foundation
import Marking
import Testing

@Suite struct GradeTests {
  private func condition(_ text: String) throws -> ConditionText { try #require(ConditionText(text)) }

  @Test func readsAndWritesGrades() throws {
    let grade = try #require(Grade(text: "1 B P"))
    #expect(grade == Grade(source: .reliable, assessment: .knownIndirectlyCorroborated, handling: .permitted))
    #expect(grade.text == "1BP")
    let limited = try #require(Grade(text: "2/d/c", conditions: "Not to be shown to the informant's unit."))
    #expect(limited.text == "2DC" && limited.handling.conditions?.text == "Not to be shown to the informant's unit.")
    let coded = try JSONEncoder().encode(limited)
    #expect(try JSONDecoder().decode(Grade.self, from: coded) == limited)
  }

  @Test(arguments: [
    ("1BC", nil), ("1BC", " "), ("1BP", "some"), ("4AP", nil), ("1FP", nil), ("1B", nil), ("1BPP", nil), ("1B#P", nil),
    ("", nil),
  ])
  func refusesWhatIsNoGrade(text: String, conditions: String?) {
    #expect(Grade(text: text, conditions: conditions) == nil)
  }

  @Test func conditionsAreNeverBlankNorEndless() {
    #expect(ConditionText("\n ") == nil)
    #expect(ConditionText(String(repeating: "a", count: ConditionText.longestBytes + 1)) == nil)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([ConditionText].self, from: Data(#"[" "]"#.utf8)) }
  }

  @Test(arguments: [
    ("B24", "1AC"), ("A11", "1AC"), ("C35", "3BC"), ("D43", "3DC"), ("E52", "2EC"), ("B 2 1", "1AC"),
  ])
  func bringsOverTheLegacyScheme(text: String, grade: String) throws {
    let legacy = try #require(LegacyGrade(text: text))
    let conversion = legacy.grade
    #expect(conversion.value.text == grade)
    #expect(conversion.losses.contains(.handlingNarrowed) && !conversion.isExact)
    #expect(conversion.value.handling.conditions?.text.contains("code \(legacy.handling.rawValue)") == true)
  }

  @Test func everyLegacyGradeStaysAsNarrow() {
    for source in LegacyGrade.Source.allCases {
      for information in LegacyGrade.Information.allCases {
        for handling in LegacyGrade.Handling.allCases {
          let legacy = LegacyGrade(source: source, information: information, handling: handling)
          #expect(LegacyGrade(text: legacy.text) == legacy)
          #expect(legacy.grade.value.handling != .permitted)
        }
      }
    }
    #expect(LegacyGrade(text: "F11") == nil && LegacyGrade(text: "A16") == nil && LegacyGrade(text: "A1") == nil)
  }

  @Test func goesToEuropolAndBack() throws {
    let untested = try #require(Grade(text: "2CP")).europol
    #expect(untested.value.text == "X4 H0")
    #expect(Set(untested.losses) == [.knowledgeIndirectOrUnknownMerged, .crimePurposeAdded])
    let limited = try #require(Grade(text: "1AC", conditions: "Ask first.")).europol
    #expect(limited.value.text == "B2 H0 H3" && limited.value.restriction?.text == "Ask first.")
    let suspected = try #require(Grade(text: "3EP")).europol
    #expect(suspected.value.text == "C4 H0" && suspected.losses.contains(.suspicionOfFalsehoodLost))
    let back = limited.value.grade
    #expect(back.value.text == "1AC")
    #expect(back.value.handling.conditions?.text == "H0: to prevent and combat crime only. H3: Ask first.")
  }

  @Test func europolNeedsTheWordsOfARestriction() throws {
    #expect(EuropolGrade(source: .noDoubt, information: .accuracyNotInDoubt, handling: [.otherRestriction]) == nil)
    let grade = try #require(
      EuropolGrade(
        source: .noDoubt, information: .accuracyNotInDoubt,
        handling: [.noDisseminationWithoutPermission, .otherRestriction],
        restriction: try condition(String(repeating: "a", count: ConditionText.longestBytes))))
    #expect(grade.handling.contains(.crimePurposeOnly))
    let conversion = grade.grade
    #expect(conversion.value.handling.conditions?.text.contains("H2") == true)
    let coded = try JSONEncoder().encode(conversion.value)
    #expect(try JSONDecoder().decode(Grade.self, from: coded) == conversion.value)
    let incomplete = Data(#"{"source":"A","information":"1","handling":["H3"]}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(EuropolGrade.self, from: incomplete) }
  }

  @Test(arguments: [
    ("TLP:RED", TrafficLight.red), ("amber+strict", .amberStrict), ("TLP: AMBER", .amber), ("Green", .green),
    ("TLP:WHITE", .clear), ("tlp:clear", .clear),
  ])
  func readsTrafficLights(text: String, label: TrafficLight) {
    #expect(TrafficLight(text: text) == label)
  }

  @Test func trafficLightsNeverWiden() throws {
    #expect(TrafficLight(text: "TLP:BLUE") == nil)
    #expect(Marking(classification: .secret).trafficLight == nil)
    for label in TrafficLight.allCases {
      let marking = label.marking(recipient: "police").value
      let back = try #require(marking.trafficLight)
      let order = TrafficLight.allCases
      #expect(try #require(order.firstIndex(of: back.value)) <= #require(order.firstIndex(of: label)))
    }
    #expect(TrafficLight.amber.marking(recipient: "police").losses == [.clientsExcluded])
    #expect(TrafficLight.clear.marking(recipient: "police").losses == [.publicReleaseLost])
    let limited = Marking(classification: .official, compartments: ["KELP"], nations: .only(["GB"]), exercise: true)
    let conversion = try #require(limited.trafficLight)
    #expect(conversion.value == .red)
    #expect(Set(conversion.losses) == [.compartmentsLost, .releaseLimitsLost, .exerciseMarkLost])
    #expect(Marking.official.trafficLight == Conversion(value: .green, losses: []))
  }

  @Test func everyLossHasItsOwnWords() {
    #expect(Set(ConversionLoss.allCases.map(\.text)).count == ConversionLoss.allCases.count)
  }
}
