import Testing

@testable import Resolution

@Suite struct ClusteringTests {
  private func gather(
    _ count: Int, _ evidence: [[UInt32]: Float], _ constraints: Constraints = Constraints()
  ) -> Clustering {
    var clustering = Clustering(count: count, constraints: constraints, limits: ResolutionLimits())
    let pairs = evidence.map { ScoredPair(left: $0.key[0], right: $0.key[1], bits: $0.value) }
      .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    clustering.gather(pairs) { left, right in
      // All the evidence is before anything is known, so that no field of one pair can stand beside one of another.
      var bits = FieldEvidence()
      bits[15] = evidence[[min(left, right), max(left, right)]] ?? -12
      return bits
    }
    return clustering
  }

  @Test func oneLikelyPairDoesNotChainTwoEntities() {
    let clustering = gather(
      4, [[0, 1]: 9, [2, 3]: 9, [1, 2]: 3, [0, 2]: -10, [0, 3]: -10, [1, 3]: -10])
    #expect(clustering.clusters == [0, 0, 2, 2])
    let kept = clustering.pairs.first { $0.left == 1 && $0.right == 2 }
    #expect((kept?.probability ?? 1) < 0.5)
  }

  @Test func thePairsOfAClusterSupportEachOther() {
    let clustering = gather(3, [[0, 1]: 9, [1, 2]: 9, [0, 2]: -3])
    #expect(clustering.clusters == [0, 0, 0])
    let weak = clustering.pairs.first { $0.left == 0 && $0.right == 2 }
    #expect((weak?.probability ?? 0) > 0.8)
  }

  @Test func doubtfulBridgesAreReported() {
    let clustering = gather(3, [[0, 1]: 9, [1, 2]: 6, [0, 2]: -4])
    #expect(clustering.clusters == [0, 0, 0])
    #expect(clustering.bridges.count == 1)
    #expect(clustering.bridges.first?.probability ?? 1 < 0.9)
  }

  @Test func judgementsAreObeyed() {
    let evidence: [[UInt32]: Float] = [[0, 1]: 9, [1, 2]: 9, [0, 2]: 9]
    let apart = gather(3, evidence, Constraints(different: [(0, 2)]))
    #expect(apart.clusters[0] != apart.clusters[2])
    let together = gather(4, evidence, Constraints(same: [(0, 3)]))
    #expect(together.clusters == [0, 0, 0, 0] || together.clusters[3] == together.clusters[0])
  }

  @Test func aJudgementThatIsTakenBackNoLongerHolds() throws {
    var log = JudgementLog()
    let place = log.judge(
      Judgement("a", "b", .different, officer: "DS Roe", date: "2026-03-01", reason: "two passports seen together"))
    let names = ["a": 0, "b": 1]
    #expect(try log.constraints { names[$0] }.different.count == 1)
    try log.takeBack(place, officer: "DS Roe", date: "2026-03-02", reason: "one was borrowed")
    #expect(try log.constraints { names[$0] }.different.isEmpty)
    #expect(log.lines.count == 2)
    #expect(throws: ResolutionFault.self) { try log.takeBack(7, officer: "x", date: "x", reason: "x") }
  }

  @Test func theLastJudgementOfAPairCounts() throws {
    var log = JudgementLog()
    log.judge(Judgement("a", "b", .same, officer: "DS Roe", date: "2026-03-01", reason: "same phone"))
    log.judge(Judgement("b", "a", .unsure, officer: "DS Roe", date: "2026-03-05", reason: "phone was lent"))
    #expect(log.standing.map(\.verdict) == [.unsure])
  }

  @Test func contradictionsAreRefused() {
    var log = JudgementLog()
    for (left, right, verdict) in [("a", "b", Judgement.Verdict.same), ("b", "c", .same), ("a", "c", .different)] {
      log.judge(Judgement(left, right, verdict, officer: "DS Roe", date: "2026-03-01", reason: "seen"))
    }
    let names = ["a": 0, "b": 1, "c": 2]
    let fault = #expect(throws: ResolutionFault.self) { try log.constraints { names[$0] } }
    #expect(fault?.code == .judgement)
  }

  @Test func entitiesAreStatementsAndComeApartAgain() throws {
    let statements = [("r1", "Ann"), ("r2", "Anne"), ("r3", "Bo")].map {
      Statement(subject: $0.0, property: "name", value: $0.1, source: "report 7", date: "2026-03-01")
    }
    let merged = Entity.entities(of: statements, cluster: ["r1": 1, "r2": 1, "r3": 2])
    #expect(merged.map(\.subjects) == [["r1", "r2"], ["r3"]])
    #expect(merged[0].statements == Array(statements.prefix(2)))
    #expect(Entity.entities(of: statements, cluster: [:]).map(\.subjects) == [["r1"], ["r2"], ["r3"]])
    let table = try RecordTable(statements: statements)
    #expect(table.text(1, 1) == "Anne")
  }
}
