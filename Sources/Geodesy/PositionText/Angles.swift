/// Reads positions that are written as two angles.
enum Angles {
  static func read(_ scan: TextScan, into found: inout Findings) {
    let spoken = SpokenNumbers.joined(Lexer.tokens(scan))
    let (tokens, commaAssumed) = DecimalCommas.resolved(spoken)
    let angles = regrouped(AngleAssembler.angles(tokens))
    let nothingElse = tokens.allSatisfy { token in
      if case .word = token.kind { return false }
      return true
    }
    var pairs = AnglePairs(scan: scan, commaAssumed: commaAssumed, nothingElse: nothingElse)
    pairs.read(angles, into: &found)
  }

  /// The angles with bare numbers dealt out evenly: `51 30 1 20` was read as 51°30′1″ and 20°, and is 51°30′ and 1°20′.
  private static func regrouped(_ angles: [Angle]) -> [Angle] {
    var angles = angles
    for index in angles.indices.dropLast() {
      guard angles[index].isBare, angles[index + 1].isBare, angles[index + 1].followsDirectly,
        !angles[index + 1].followsSeparator, angles[index + 1].parts.count == 1
      else { continue }
      if angles[index].parts.count == 3 {
        angles[index + 1].parts.insert(angles[index].parts.removeLast(), at: 0)
      } else if angles[index].parts.count == 2, !angles[index + 1].parts[0].number.isWhole {
        // "3 51.02 1.38": a number that belongs to something else, and two alike that belong together.
        let stray = angles[index].parts.removeFirst()
        angles[index].followsDirectly = true
        angles.insert(Angle(parts: [stray], range: angles[index].range), at: index)
        break
      }
    }
    return angles
  }
}
