import Geodesy
import Testing

/// Texts that nobody would write: the reader must come back from each with a candidate or a reason.
@Suite struct PositionTextFuzzTests {
  private static let pieces: [String] = [
    "51", "1", "0", ".", ",", "-", "+", ":", "°", "'", "″", "N", "E", "s", "o", "est", " ", " ", "\n", "half", "and",
    "point",
    "hundred", "vingt", "quatre", "fifty", "zero", "lat", "lon", "geo:", "https://", "maps.google.com/", "?q=", "&ll=",
    "%2C", "%",
    "#map=", "@", "!3d", "!4d", "///", "a.b.c", "TR", "31U", "DQ", "4825111932", "999999999999999999999", "٥", "１", "½",
    "\u{301}",
    "\u{0}", "🚤", "(", ";", "0.00000000000000000000000000000001", "1e308", "-.5", "\\,", "d", "m",
    " km ", " from ", "bearing ", "234", "Dover", "+", "9F33XJ2P+5F", "rd=", "O", "l", "±", "osm.org/go/", " near ",
    "light",
    "quarters", "three ", "soap", "75'", "51.30", "51025", "geo:1,1;u=", "two.three.words",
  ]

  @Test func everyTextGetsAnAnswer() {
    var random = SmallGenerator(seed: 11)
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      let reading = PositionText.read(text, in: SpokenPositionTests.waters)
      _ = reading.questions
      #expect(!reading.candidates.isEmpty || !reading.problems.isEmpty || !reading.relations.isEmpty, "\(text)")
      #expect(reading.text == text && reading.relations.count <= PositionText.mostRelations)
      #expect(reading.candidates.count <= PositionText.mostCandidates)
      #expect(reading.candidates.allSatisfy { $0.uncertaintyMetres.isFinite && !$0.source.isEmpty }, "\(text)")
    }
  }

  @Test func theLongestTextsAreReadQuickly() {
    let clock = ContinuousClock()
    for piece in [
      "51 ", "1,", "N", "a.", "/", "maps.", "geo:1,1 ", "TR", "31U", "five ", "-1", "half ", "?q=", "&", "°'", "O",
      "O1 ",
      "1 km from a ", "bearing 123 from Dover ", "+", "2F+", "near ", "a.b.c ", "rd=1 ", "51.30",
    ] {
      let text = String(repeating: piece, count: PositionText.longestTextBytes / piece.utf8.count)
      let elapsed = clock.measure { _ = PositionText.read(text, in: SpokenPositionTests.waters) }
      // Milliseconds when the machine is quiet; a search that backtracks would take minutes.
      #expect(elapsed < .seconds(20), "\(piece) took \(elapsed)")
    }
  }
}
