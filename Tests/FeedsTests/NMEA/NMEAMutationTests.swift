import Testing

@testable import Feeds

/// Damaged sentences among good ones, and input that is cut anywhere.
struct NMEAMutationTests {
  private static let templates: [[UInt8]] = [
    checked("RATTM,07,4.50,312.5,T,18.2,045.0,R,0.85,-12.4,N,BOAT 7,T,R,101530.25,A", start: "$"),
    checked("RATLL,12,5057.300,N,00125.800,E,DINGHY,235959.99,T,", start: "$"),
    checked("CDDSC,12,3380400790,12,06,00,1423108312,2019,,,S,E", start: "$"),
    checked("CDDSE,1,1,A,3380400790,00,45894494,06,0012", start: "$"),
    positionReport(mmsi: 970_011_234, status: 14).sentence(),
  ].map { Array($0.utf8) }

  private func lines(_ input: [UInt8], cutEvery size: Int) -> [UInt8] {
    var decoder = NMEADecoder()
    var out = ByteWriter()
    for start in stride(from: 0, to: input.count, by: size) {
      decoder.consume(Array(input[start..<min(start + size, input.count)])) { NMEAWriter().write($0, to: &out) }
    }
    decoder.finish { NMEAWriter().write($0, to: &out) }
    return out.bytes
  }

  @Test func cuttingAnywhereChangesNothing() {
    let input = Array(Self.templates.joined(separator: [0x0D, 0x0A]))
    let whole = lines(input, cutEvery: input.count)
    #expect(whole.filter { $0 == 0x0A }.count == 5)
    for size in 1..<input.count { #expect(lines(input, cutEvery: size) == whole) }
  }

  @Test func goodSentencesAmongDamagedOnes() {
    var numbers = SeededNumbers(state: 406)
    var input: [UInt8] = []
    for index in 0..<30_000 {
      input += damagedCopy(Self.templates.randomElement(using: &numbers)!, &numbers).filter { $0 != 0x0A } + [0x0A]
      input += Array(checked("RATLL,\(100_000 + index),5057.3,N,00125.8,E,,,T,", start: "$").utf8) + [0x0A]
    }
    var found = Set<Int>()
    var decoder = NMEADecoder()
    decoder.consume(input) {
      if case .targetPosition(let target) = $0.content { found.insert(target.number) }
    }
    decoder.finish { _ in }
    #expect(found.isSuperset(of: 100_000..<130_000))
    #expect(decoder.diagnostics.refusals.total > 10_000)
    #expect(Set(decoder.diagnostics.refusals.counts.keys) == Set(NMEARefusal.allCases))
    #expect(decoder.diagnostics.ais.lines == 60_000)
  }
}

/// A copy with one to four changes of a byte, a length or a repetition.
func damagedCopy(_ original: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
  var copy = original
  for _ in 0..<Int.random(in: 1...4, using: &numbers) {
    let place = Int.random(in: 0...copy.count, using: &numbers)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: if place < copy.count { copy[place] = UInt8.random(in: 0...255, using: &numbers) }
    case 1: if place < copy.count { copy.remove(at: place) }
    case 2: copy.removeLast(copy.count - place)
    case 3: copy.insert(contentsOf: copy[place...].prefix(64), at: place)
    case 4: copy.insert(UInt8.random(in: 0x20...0x7E, using: &numbers), at: place)
    default: if place < copy.count { copy[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers) }
    }
  }
  return copy
}
