import Foundation
import Testing

@testable import Networks

@Suite struct LayoutTests {
  /// A grid, whose shape a drawing should show.
  private func grid(_ width: Int) -> Graph {
    var pairs = [(Int, Int)]()
    for place in 0..<width * width {
      if place % width + 1 < width { pairs.append((place, place + 1)) }
      if place + width < width * width { pairs.append((place, place + width)) }
    }
    return graph(width * width, pairs)
  }

  @Test func neighboursAreNearerThanOthers() {
    let graph = grid(12)
    let places = ForceLayout().places(of: graph, chance: Chance(seed: 1))
    var near = [Double]()
    graph.forEachEdge { source, target, _ in near.append(places[source].distance(to: places[target])) }
    let mean = near.reduce(0, +) / Double(near.count)
    let far = places[0].distance(to: places[143])
    #expect(far > 6 * mean)
    #expect(places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test func aNewNodeHardlyMovesTheOthers() {
    let before = grid(10)
    let places = ForceLayout().places(of: before, chance: Chance(seed: 1))
    let after = Graph(nodeCount: 101, edges: [Edge(100, 55)]).adding(edges(before))
    let next = ForceLayout().places(of: after, previous: places.map { $0 } + [nil], chance: Chance(seed: 2))
    let moved = (0..<100).map { places[$0].distance(to: next[$0]) }
    let width = (places.map(\.x).max() ?? 0) - (places.map(\.x).min() ?? 0)
    #expect(moved.reduce(0, +) / 100 < 0.05 * width)
    #expect(next[100].distance(to: next[55]) < 0.4 * width)
  }

  private func edges(_ graph: Graph) -> [Edge] {
    var all = [Edge]()
    graph.forEachEdge { all.append(Edge($0, $1, $2)) }
    return all
  }

  @Test func oddGraphsArePlacedToo() {
    #expect(ForceLayout().places(of: Graph(nodeCount: 0, edges: []), chance: Chance(seed: 1)).isEmpty)
    let star = graph(300, (1..<300).map { (0, $0) })
    #expect(ForceLayout().places(of: star, chance: Chance(seed: 1)).allSatisfy { $0.x.isFinite })
    let alone = Graph(nodeCount: 100, edges: [])
    #expect(ForceLayout().places(of: alone, chance: Chance(seed: 1)).allSatisfy { $0.y.isFinite })
  }

  @Test func picturesAreWhole() {
    let graph = grid(4)
    let places = ForceLayout().places(of: graph, chance: Chance(seed: 1))
    let picture = NetworkPicture(
      graph, places: places, colours: [0, 1, 2], labels: ["<a & b>"], width: 200, height: 100)
    #expect(picture.svg.contains("&lt;a &amp; b&gt;"))
    #expect(picture.svg.components(separatedBy: "<circle").count == 17)
    #expect(picture.marks.allSatisfy { (0...200).contains($0.place.x) && (0...100).contains($0.place.y) })
    let png = picture.png
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(Array(png[16..<24]) == [0, 0, 0, 200, 0, 0, 0, 100])
    #expect(png.suffix(8).elementsEqual([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]))
  }
}
