import Testing

@testable import Desk

@Suite("Cutting the coast to a box")
struct BoxClipTests {
  let box = ChartBox(south: 51, west: 0, north: 53, east: 2) ?? .world

  @Test func aSquareIsCutToTheCommonPart() throws {
    let ring = [corner(1, 50), corner(3, 50), corner(3, 52), corner(1, 52), corner(1, 50)]
    let clipped = try #require(box.clip(ring))
    #expect(clipped.first == clipped.last)
    #expect(Set(clipped) == [corner(1, 51), corner(2, 51), corner(2, 52), corner(1, 52)])
  }

  @Test func shoresLeaveOutTheEdgeOfTheBox() {
    let ring = [corner(1, 50), corner(3, 50), corner(3, 52), corner(1, 52), corner(1, 50)]
    let lines = box.shores(ring)
    #expect(lines == [[corner(2, 52), corner(1, 52), corner(1, 51)]])
  }

  @Test func whatLiesInsideStaysAndWhatLiesOutsideGoes() {
    let inside = [corner(0.5, 51.5), corner(1, 51.5), corner(1, 52), corner(0.5, 51.5)]
    #expect(box.clip(inside).map(Set.init) == Set(inside))
    #expect(box.shores(inside) == [inside])
    let outside = inside.map { corner($0.longitudeDegrees + 40, $0.latitudeDegrees) }
    #expect(box.clip(outside) == nil)
    #expect(box.shores(outside).isEmpty)
  }

  @Test func theCutAtTheAntimeridianIsNoShore() {
    let ring = [corner(170, 60), corner(180, 60), corner(180, 70), corner(170, 70), corner(170, 60)]
    let drawn = ChartBox.world.shores(ring)
    #expect(
      drawn.allSatisfy { line in
        zip(line, line.dropFirst()).allSatisfy { !($0.longitudeDegrees == 180 && $1.longitudeDegrees == 180) }
      })
    #expect(drawn.reduce(0) { $0 + $1.count - 1 } == 3)
  }

  /// Whatever the ring, nothing that is left lies outside the box, and clipping again changes nothing.
  @Test func clippedRingsLieInTheBox() {
    var generator = SeededNoise(state: 7)
    for _ in 0..<500 {
      var ring = (0..<12).map { _ in
        corner(Double.random(in: -3...5, using: &generator), Double.random(in: 48...56, using: &generator))
      }
      ring.append(ring[0])
      let grown = ChartBox(south: 51 - 1e-9, west: -1e-9, north: 53 + 1e-9, east: 2 + 1e-9) ?? .world
      if let clipped = box.clip(ring) {
        #expect(clipped.allSatisfy(grown.contains))
      }
      #expect(box.shores(ring).joined().allSatisfy(grown.contains))
    }
  }

  @Test(arguments: [
    "", "1,2,3", "1,2,3,4,5", "53,0,51,2", "51,2,53,0", "a,b,c,d", "51,0,nan,2", "51,0,99,2", "51,-190,53,2",
  ])
  func aBoxThatIsNoneIsRefused(text: String) {
    #expect(ChartBox(text: text) == nil)
  }

  @Test func aBoxIsReadFromText() {
    #expect(ChartBox(text: "51,0,53,2") == box)
  }
}
