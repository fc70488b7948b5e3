import Testing

@Suite(.serialized) struct SeedTests {
  @Test func everyPromiseHolds() throws {
    let result = try Simulator.run("--seed", "1", "--count", "12", "--acts", "25", "--quiet")
    #expect(result.status == 0, "\(result.text)")
  }

  @Test func theSameSeedIsTheSameRun() throws {
    let result = try Simulator.run("--seed", "1001", "--count", "2", "--acts", "25", "--twice")
    #expect(result.status == 0, "\(result.text)")
  }

  @Test func anotherProcessPlaysASeedAlike() throws {
    let first = try Simulator.run("--seed", "77", "--acts", "20")
    let second = try Simulator.run("--seed", "77", "--acts", "20")
    // The last line tells the time it took.
    #expect(first.text.split(separator: "\n").first == second.text.split(separator: "\n").first)
    #expect(first.status == 0, "\(first.text)")
  }
}

/// The simulation is worth what it finds: each fault made on purpose must be found, under the promise that it breaks.
@Suite(.serialized) struct PlantedFaultTests {
  @Test(arguments: [
    ("syncThatLies", ["what was acknowledged stays", "the store opens", "what was written can be read"]),
    ("answerBeforeDurable", ["what was acknowledged stays", "the store opens", "what was written can be read"]),
    ("foldThatSkips", ["views are the fold of the ledger"]),
    ("streamThatDrops", ["streams miss nothing"]),
    ("sharedAnswer", ["every reading is recorded", "nobody is shown what they may not see"]),
    ("keyThatVanishes", ["what is written was sent"]),
    ("bitThatFlips", ["what was acknowledged stays", "what was written can be read", "the store opens"]),
    ("chanceFromOutside", ["the same seed is the same run"]),
  ])
  func isFound(_ fault: String, _ promises: [String]) throws {
    let result = try Simulator.run(
      "--seed", "1", "--count", "300", "--acts", "25", "--quiet", "--plant", fault,
      fault == "chanceFromOutside" ? "--twice" : "--quiet")
    #expect(result.status == 1, "\(result.text)")
    #expect(promises.contains { result.text.contains("FAILED: \($0)") }, "\(result.text)")
  }
}
