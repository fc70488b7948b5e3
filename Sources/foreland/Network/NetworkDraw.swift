import ArgumentParser
import Foundation
import Networks

/// `foreland network draw`: a picture of a network.
struct NetworkDraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draw a network as SVG or PNG.",
    discussion: """
      Colours are communities, sizes are numbers of neighbours. With --previous nodes stay near where they were drawn before. PNG has \
      no words.
      """)

  @OptionGroup var file: NetworkFile
  @Option(help: "The picture: FILE.svg or FILE.png.")
  var out: String
  @Option(help: "The width in pixels.")
  var width = 1600
  @Option(help: "The height in pixels.")
  var height = 1200
  @Option(help: "Write the names of so many nodes with most neighbours.")
  var labels = 30
  @Option(help: "Places from before: node,x,y.")
  var previous: String?
  @Option(help: "Write the places as node,x,y.")
  var places: String?
  @Option(help: "The seed of what is left to chance.")
  var seed: UInt64 = 1

  func validate() throws {
    guard out.hasSuffix(".svg") || out.hasSuffix(".png") else {
      throw ValidationError("The picture is named FILE.svg or FILE.png.")
    }
    let pixels = 64...NetworkPicture.mostPixels
    guard pixels.contains(width), pixels.contains(height) else {
      throw ValidationError("A picture is 64 to \(NetworkPicture.mostPixels) pixels wide and high.")
    }
  }

  func run() throws {
    let network = try file.read()
    let graph = network.graph()
    let found = ForceLayout().places(of: graph, previous: try known(network), chance: Chance(seed: seed))
    if let places {
      var output = NetworkOutput("node,x,y")
      for (node, place) in found.enumerated() { output.add(network.names.utf8(of: node), "\(place.x),\(place.y)") }
      try output.write(to: places)
    }
    let communities = Leiden().communities(of: graph, chance: Chance(seed: seed))
    let most = Set((0..<graph.nodeCount).sorted { graph.degree(of: $0) > graph.degree(of: $1) }.prefix(max(0, labels)))
    let picture = NetworkPicture(
      graph, places: found, colours: communities.ofNode,
      labels: (0..<graph.nodeCount).map { most.contains($0) ? network.names[$0] : "" }, width: width, height: height)
    try writeFile(out.hasSuffix(".svg") ? Array(picture.svg.utf8) : picture.png, to: out)
  }

  private func known(_ network: Network) throws -> [LayoutPoint?] {
    guard let previous else { return [] }
    let numbers = network.names.numbers
    var known = [LayoutPoint?](repeating: nil, count: network.names.count)
    try readTable(previous) { table throws(GraphFault) in
      let columns = (try table.needed("node"), try table.needed("x"), try table.needed("y"))
      for row in table.rows {
        guard let x = Double(row[columns.1]), let y = Double(row[columns.2]), x.isFinite, y.isFinite else {
          throw GraphFault(.badRow, row: row.number, "it is not node,x,y")
        }
        // Who is no longer in the network has no place in it.
        if let node = numbers[row[columns.0]] { known[node] = LayoutPoint(x: x, y: y) }
      }
    }
    return known
  }
}
