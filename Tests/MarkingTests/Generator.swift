import Marking

/// A generator whose numbers are the same on every run: SplitMix64.
struct SmallGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func some<Element: Hashable>(of elements: [Element], oneIn: Int = 2) -> Set<Element> {
    Set(elements.filter { _ in chance(oneIn) })
  }
}

extension SmallGenerator {
  private static let names = [
    "border-force", "gendarmerie", "kent police", "A, B", "100 %", "x/y", "-", "", " é ", "\u{301}a", "名",
  ]

  mutating func limit(_ names: [String] = names) -> ReleaseLimit {
    chance(2) ? .anyone : .only(some(of: names, oneIn: 3))
  }

  /// Any marking, also with names that look like the text's own structure.
  mutating func marking() -> Marking {
    Marking(
      classification: pick(Classification.allCases), sensitive: chance(2), compartments: some(of: Self.names, oneIn: 4),
      agencies: limit(), nations: limit(["GB", "FR", "BE"]),
      handling: Set(
        some(of: ["RECIPIENTS ONLY", "PERSONAL DATA", "A // B"], oneIn: 3).map(HandlingInstruction.init(rawValue:))),
      exercise: chance(3))
  }
}
