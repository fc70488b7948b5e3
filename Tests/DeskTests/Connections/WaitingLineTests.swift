import Testing

@testable import Desk

@Suite("The line of those who wait")
struct WaitingLineTests {
  @Test func agreesWithANaiveLineWhateverHappens() {
    var random = Seeded(state: 7)
    var line = WaitingLine()
    var naive: [UInt64] = []
    for _ in 0..<20_000 {
      let id = UInt64.random(in: 0..<40, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1:
        line.join(id)
        naive.removeAll { $0 == id }
        naive.append(id)
      case 2:
        line.leave(id)
        naive.removeAll { $0 == id }
      default:
        let first = line.takeFirst()
        #expect(first == naive.first)
        naive.removeAll { $0 == first }
      }
      #expect(line.count == naive.count)
    }
  }
}
