import Marking
import Testing

@Suite struct DecideTests {
  private let clearance = Clearance(classification: .secret)

  private func viewer(_ roles: Set<Role>, agency: String = "coastguard") -> Viewer {
    Viewer(name: "r.hale", agency: agency, nation: "GB", roles: roles, clearance: clearance)
  }

  private func object(_ kind: ObjectKind, _ side: Side, item: String? = nil, marking: Marking = .official) -> Protected
  {
    Protected(kind: kind, item: item, marking: marking, ownerAgency: nil, side: side)
  }

  /// Every random case gets the same answer, for the same reasons, from an evaluator written a second time.
  @Test(arguments: [1, 2, 3, 4])
  func agreesWithTheNaiveEvaluator(seed: UInt64) {
    var random = SmallGenerator(seed: seed)
    var permitted = 0
    var reasonsSeen = Set<Reason>()
    for _ in 0..<4000 {
      let (viewer, act, object, purpose, reuse) = random.question()
      let decision = decide(viewer, act, object, for: purpose, given: reuse)
      let naive = NaiveEvaluator(viewer: viewer, act: act, object: object, purpose: purpose, reuse: reuse).reasons
      #expect(Set(decision.reasons) == naive)
      #expect(decision.reasons.count == naive.count)
      #expect(decision.isPermitted == naive.isEmpty)
      if decision.isPermitted { permitted += 1 }
      reasonsSeen.formUnion(naive)
    }
    #expect(permitted > 100 && permitted < 2000, "\(permitted) permitted: the cases do not tell the evaluators apart")
    #expect(reasonsSeen == Set(Reason.allCases))
  }

  /// Whatever narrows never opens: fewer roles, less clearance, more compartments, a narrower limit, a token.
  @Test func narrowingNeverOpens() {
    var random = SmallGenerator(seed: 9)
    for _ in 0..<4000 {
      let (viewer, act, object, purpose, reuse) = random.question()
      guard !decide(viewer, act, object, for: purpose, given: reuse).isPermitted else { continue }
      var lesser = viewer
      lesser.roles.remove(random.pick(Role.allCases))
      lesser.clearance = Clearance(classification: .official, sensitive: false)
      lesser.scopes = lesser.scopes ?? [Scope(act: act, kind: object.kind)]
      #expect(!decide(lesser, act, object, for: purpose, given: reuse).isPermitted)
      #expect(!decide(viewer, act, object, for: purpose).isPermitted)
      var narrower = object
      narrower.marking = object.marking.combined(with: random.marking()).marked(exercise: object.marking.exercise)
      #expect(!decide(viewer, act, narrower, for: purpose, given: reuse).isPermitted)
    }
  }

  @Test func nothingIsPermittedWithoutARole() {
    for act in Act.allCases {
      for kind in ObjectKind.allCases {
        for purpose in Purpose.allCases {
          let decision = decide(viewer([]), act, object(kind, .shared), for: purpose)
          #expect(decision.reasons.contains(.actNotGranted))
        }
      }
    }
  }

  @Test func theWallHoldsUntilADecisionNamesTheItem() throws {
    let call = object(.incident, .rescue, item: "call-17")
    let liaison = viewer([.liaisonOfficer])
    #expect(decide(liaison, .see, call, for: .searchAndRescue).isPermitted)
    #expect(decide(liaison, .see, call, for: .investigation) == .refused([.wallClosed]))
    let other = try #require(ReuseDecision(officer: "Ch Insp Ward", legalBasis: "DPA 2018 s.36(4)", item: "call-18"))
    #expect(decide(liaison, .see, call, for: .investigation, given: other) == .refused([.wallClosed]))
    let named = try #require(ReuseDecision(officer: "Ch Insp Ward", legalBasis: "DPA 2018 s.36(4)", item: "call-17"))
    #expect(decide(liaison, .see, call, for: .investigation, given: named).isPermitted)
    let unnamed = object(.incident, .rescue)
    #expect(decide(liaison, .see, unnamed, for: .investigation, given: named) == .refused([.wallClosed]))
    #expect(ReuseDecision(officer: " ", legalBasis: "law", item: "call-17") == nil)
    #expect(ReuseDecision(officer: "Ward", legalBasis: "", item: "call-17") == nil)
  }

  @Test func tellingRescueOfDangerIsOpen() {
    let officer = viewer([.intelligenceOfficer])
    #expect(decide(officer, .append, object(.incident, .rescue), for: .borderSecurity).isPermitted)
    #expect(decide(officer, .see, object(.incident, .rescue), for: .borderSecurity) == .refused([.wallClosed]))
  }

  @Test func incidentsAtSeaAreKnownToEveryoneOnWatch() {
    let hidden = Marking(
      classification: .official, compartments: ["KELP"], agencies: .only(["police"]), nations: .only(["FR"]))
    let watch = viewer([.watchOfficer])
    let incident = object(.incident, .rescue, marking: hidden)
    #expect(decide(watch, .see, incident, for: .searchAndRescue).isPermitted)
    #expect(decide(watch, .append, incident, for: .searchAndRescue) == .refused([.incidentMarkedTooNarrow]))
    let report = object(.report, .lawEnforcement, marking: hidden)
    #expect(
      decide(viewer([.analyst]), .see, report, for: .investigation)
        == .refused([.compartmentMissing, .agencyNotReleasable, .nationNotReleasable]))
  }

  @Test func forbiddingOutweighsGranting() {
    var clerk = viewer([.watchOfficer, .analyst, .intelligenceOfficer])
    clerk.scopes = [Scope(act: .see, kind: .picture)]
    #expect(decide(clerk, .see, object(.picture, .shared), for: .maritimeSafety).isPermitted)
    #expect(decide(clerk, .append, object(.log, .shared), for: .maritimeSafety) == .refused([.scopeMissing]))
  }

  @Test func rolesDoNotLendEachOtherPurposes() {
    let both = viewer([.engineer, .watchOfficer])
    #expect(decide(both, .administer, object(.feeds, .shared), for: .searchAndRescue) == .refused([.purposeNotGranted]))
    #expect(decide(both, .administer, object(.feeds, .shared), for: .administration).isPermitted)
  }

  @Test func everyReasonHasItsOwnWords() {
    #expect(Set(Reason.allCases.map(\.text)).count == Reason.allCases.count)
    #expect(Reason.allCases.allSatisfy { $0.text.hasSuffix(".") && $0.code == $0.rawValue })
    #expect(Decision.permitted.reasons.isEmpty)
  }
}

extension SmallGenerator {
  /// A question whose parts are near enough to each other that the answer is often close.
  mutating func question() -> (Viewer, Act, Protected, Purpose, ReuseDecision?) {
    let agencies = ["coastguard", "police", "gendarmerie"]
    let compartments = ["KELP", "ALDER"]
    let viewer = Viewer(
      name: "v", agency: pick(agencies), nation: pick(["GB", "FR"]), roles: some(of: Role.allCases, oneIn: 2),
      clearance: Clearance(
        classification: pick([.official, .secret, .topSecret, .topSecret]), sensitive: !chance(4),
        compartments: some(of: compartments, oneIn: 2)),
      scopes: chance(3)
        ? Set((0..<12).map { _ in Scope(act: pick(Act.allCases), kind: chance(2) ? nil : pick(ObjectKind.allCases)) })
        : nil)
    let marking = Marking(
      classification: pick([.official, .official, .official, .secret, .topSecret]), sensitive: chance(3),
      compartments: some(of: compartments, oneIn: 5), agencies: chance(4) ? .only(some(of: agencies)) : .anyone,
      nations: chance(4) ? .only(some(of: ["GB", "FR"])) : .anyone, exercise: chance(4))
    let object = Protected(
      kind: pick(ObjectKind.allCases + [.incident, .incident]), item: pick(["1", "2", nil]), marking: marking,
      ownerAgency: chance(2) ? nil : pick(agencies), side: pick(Side.allCases))
    let reuse = chance(2) ? ReuseDecision(officer: "o", legalBasis: "b", item: pick(["1", "2"])) : nil
    return (viewer, pick(Act.allCases + [.see, .see, .see]), object, pick(Purpose.allCases), reuse)
  }
}
